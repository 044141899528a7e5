"""Official papers: written, read back, measured and checked."""
