"""The reader of the catalogue: the county's rules as strict, dated data. Pure Python."""
