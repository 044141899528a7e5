"""Circulars composed from live figures, then frozen."""
