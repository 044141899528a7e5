"""Figures: what is counted, from which rows, for whom, as of when."""
