"""The graph in the forms that others read: RDF, Turtle, NetworkX, and a store that answers SPARQL."""
