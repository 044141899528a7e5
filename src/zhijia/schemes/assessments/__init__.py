"""Score sheets (考评办法): what is scored, from which evidence, for how many points; and the arithmetic of a sheet."""
