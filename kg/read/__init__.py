"""From paths to raw documents: which files to read, what stands inside them, in which encoding, what a person sees."""

from kg.read.fields import Fields
from kg.read.find_files import ENDINGS, Inputs, find_files
from kg.read.forms import FORMS
from kg.read.origin import STANDARD_INPUT, Inside, Origin, origin_bytes
from kg.read.read import read
from kg.read.sizes import LARGEST
from kg.read.standard_input import read_standard_input
from kg.read.unpack import Unpacked, holds_documents, unpack

__all__ = [
    "ENDINGS",
    "FORMS",
    "LARGEST",
    "STANDARD_INPUT",
    "Fields",
    "Inputs",
    "Inside",
    "Origin",
    "Unpacked",
    "find_files",
    "holds_documents",
    "origin_bytes",
    "read",
    "read_standard_input",
    "unpack",
]
