"""The members' own pages."""
