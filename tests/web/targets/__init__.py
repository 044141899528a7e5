"""Tests of the pages of plans, orders and the matrix."""
