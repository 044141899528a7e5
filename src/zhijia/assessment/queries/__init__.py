"""Questions about assessment; the asking post comes first."""
