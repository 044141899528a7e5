"""Files that prove a fact or a step, kept by their hash."""
