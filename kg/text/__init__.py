"""Help with Chinese text that knows nothing of reports: scripts, readings, numbers, words."""
