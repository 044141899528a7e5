"""The only HTTP of the house: what officers, members and visitors see in a browser."""
