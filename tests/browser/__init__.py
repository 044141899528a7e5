"""Walks through the product in a real browser: what officers do, and what the page must be for everybody."""
