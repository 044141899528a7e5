"""Measured runs. Every figure is a ratio against a hand-written baseline in the same run."""
