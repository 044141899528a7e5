"""Tests of the figure pages."""
