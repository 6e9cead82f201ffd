"""What most deserves a human look, and a curation file to fill in."""

from __future__ import annotations

from kg.review.concern import Concern, Sort
from kg.review.look import concerns
from kg.review.todo import concern_lines, todo_file

__all__ = ["Concern", "Sort", "concern_lines", "concerns", "todo_file"]
