"""The values that pass between the stages: frozen, picklable, free of any library."""
