"""Commands and the wiring of the house."""
