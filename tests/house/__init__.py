"""The house rules, asked of the code itself."""
