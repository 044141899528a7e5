"""Typefaces of official papers: the names an office PC knows, and what stands in for them in a PDF made here."""

from zhijia.papers.fonts.chosen import FontChoice, FontSet, choose_fonts
from zhijia.papers.fonts.roles import OFFICIAL, Role

__all__ = ["OFFICIAL", "FontChoice", "FontSet", "Role", "choose_fonts"]
