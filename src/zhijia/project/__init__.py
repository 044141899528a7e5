"""Wiring of the house: settings, addresses, commands. No thoughts."""
