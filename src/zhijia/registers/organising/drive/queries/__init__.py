"""Questions about the founding drive; the asking post comes first."""
