"""How fast texts are read, measured beside a program whose speed everybody knows."""
