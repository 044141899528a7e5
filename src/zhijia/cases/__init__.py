"""Cases (办件): an application goes step by step to its decision under one edition of one procedure."""
