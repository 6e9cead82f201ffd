"""`kg query`: ask the finished graph."""
