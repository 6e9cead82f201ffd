"""From paths to raw documents: which files to read, in which encoding, and what of them a person sees."""

from kg.read.find_files import ENDINGS, Inputs, find_files
from kg.read.read import LARGEST, read

__all__ = ["ENDINGS", "LARGEST", "Inputs", "find_files", "read"]
