"""One-time passwords: read from paper, typed once, changed at the first sign-in."""

import random

# Without 0 O 1 l I.
LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 14


def one_time_password(rng: random.Random) -> str:
    """About 81 bits; `rng` must be a system source outside of tests."""
    return "".join(rng.choice(LETTERS) for _ in range(LENGTH))
