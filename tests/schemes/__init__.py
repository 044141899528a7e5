"""The grammar of the catalogue."""
