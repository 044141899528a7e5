"""Words that templates may use beside Django's own."""
