"""The officers' pages: one module per screen."""
