"""Aid editions: who is granted what, and why not."""
