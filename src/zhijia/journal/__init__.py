"""Who did what, when: an append-only book with one sentence per kind of event."""
