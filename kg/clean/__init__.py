"""From a raw document to the text that all later stages read: damage mended, page furniture gone."""

from kg.clean.clean import clean

__all__ = ["clean"]
