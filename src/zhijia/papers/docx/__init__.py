"""The .docx of a paper: what goes to an office PC that owns the official typefaces, to be sealed and printed."""

from zhijia.papers.docx.writer import to_docx

__all__ = ["to_docx"]
