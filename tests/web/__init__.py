"""Tests of the pages, as their readers meet them."""
