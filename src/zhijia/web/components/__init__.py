"""Small pieces of a page, one noun each."""
