"""The pieces a line of an official paper is made of.

A number in a paper is either *bound* (it names the figure it was read from, so a reader can open its rows) or it
has no business being there; the checker tells the two apart because the model does.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Words without a figure behind them."""

    text: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure as printed (`text`, unit included or not) and the opaque reference its passport is found by."""

    text: str
    figure_ref: str


Run = Text | Bound
Runs = tuple[Run, ...]


def runs(*parts: "str | Run | Runs") -> Runs:
    """Flatten strings, runs and tuples of runs into one tuple; empty strings vanish."""
    flat: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            flat += [Text(part)] if part else []
        elif isinstance(part, tuple):
            flat += part
        else:
            flat.append(part)
    return tuple(flat)


def plain(line: Runs) -> str:
    """The words a reader sees, bindings dropped."""
    return "".join(run.text for run in line)


def joined(parts: "tuple[str | Run | Runs, ...]", separator: str = "、") -> Runs:
    """Parts with the enumeration comma (or another separator) between them."""
    out: list[str | Run | Runs] = []
    for part in parts:
        if out:
            out.append(separator)
        out.append(part)
    return runs(*out)
