"""Registers: facts, filters, forms, life cycles."""
