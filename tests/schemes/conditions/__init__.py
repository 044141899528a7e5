"""Conditions: judged, explained, compiled, flipped."""
