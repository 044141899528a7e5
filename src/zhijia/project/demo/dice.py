"""Chance with a memory: every part of the demo draws from a stream of its own, so one part never shifts another."""

import datetime as dt
import random

SEED = 369


def stream(seed: int, *words: object) -> random.Random:
    """A stream of draws that depends on the seed and on what it is for, and on nothing else."""
    return random.Random(":".join(map(str, (seed, *words))))  # noqa: S311 (nothing here is a secret)


def day_between(rng: random.Random, first: dt.date, last: dt.date) -> dt.date:
    """A day of the stretch, both ends included; the first when the stretch is empty."""
    return first + dt.timedelta(days=rng.randint(0, max(0, (last - first).days)))
