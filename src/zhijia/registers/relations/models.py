"""The relations registers' models, one file per noun, gathered here for Django."""

from zhijia.registers.relations.contracts import Contract

__all__ = ["Contract"]
