"""Arithmetic and law of the founding drive: who comes first, when the next step is due, which names may be the same."""
