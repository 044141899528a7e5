"""The PDF of a paper: the shared markup laid out by WeasyPrint on the official grid."""

from zhijia.papers.pdf.writer import to_pdf

__all__ = ["to_pdf"]
