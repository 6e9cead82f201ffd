"""The graph as files for programs that draw and measure networks."""
