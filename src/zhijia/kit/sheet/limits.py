"""How large a file may be before it is opened at all: room for a million rows, none for a trap."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes. A part, or a whole, larger than `free_unpacked` may not exceed `ratio` times its packed size."""

    packed: int = 200 * MEGABYTE
    old_format: int = 64 * MEGABYTE
    unpacked: int = 2048 * MEGABYTE
    free_unpacked: int = 32 * MEGABYTE
    ratio: int = 150
    parts: int = 2000
    # Cells of the smallest block around all values that may be held in memory at once; beyond, rows are streamed.
    held_cells: int = 12_000_000
    # Columns read when rows are streamed.
    columns: int = 256


DEFAULT = Limits()
