"""What links the policies of regions and years: who does the same, who was first, was it kept.

Pure functions from a graph to values; tables, pictures and commands are made of these elsewhere. A region of which no
report is held says nothing: silence is not absence, so each answer carries what is held.
"""
