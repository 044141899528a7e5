"""A paper as HTML elements, one set of class names for the printed sheet and for the preview."""
