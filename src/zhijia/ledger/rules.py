"""How a row of the ledger becomes a line of the chain: canonical text, digests, hash. No database, no clock.

Canonical text is JSON with sorted keys, no blanks, letters as they are (UTF-8); days as 2014-06-30, moments in UTC as
2014-06-30T01:02:03.000004Z, money as whole fen. The columns of a row are put into classes (who, what, money, when,
why, keys); each class has a digest, so that an altered row also tells which kind of column was touched. The line
holds the digests; its hash covers the line and the hash of the line before.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping

GENESIS = "0" * 64
DIVIDES = 4
Value = str | int | dt.date | dt.datetime | None


def plain(value: Value) -> str | int | None:
    """The value as it stands in canonical text."""
    if isinstance(value, dt.datetime):
        return f"{value.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def canonical(values: Mapping[str, Value]) -> str:
    """The canonical text of named values."""
    found = {key: plain(value) for key, value in values.items()}
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(text: str) -> str:
    """SHA-256 of a text, 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def digests_of(classes: Mapping[str, Mapping[str, Value]]) -> str:
    """Canonical text of the digests of a row, one for each class of columns."""
    return canonical({name: digest_of(canonical(values)) for name, values in classes.items()})


def line_hash(line: Mapping[str, Value]) -> str:
    """Hash of a line: everything in it (the hash of the line before among it) but its own hash."""
    return digest_of(canonical({key: value for key, value in line.items() if key != "hash"}))


def printed_root(whole: str) -> str:
    """The first 32 digits of a hash in groups of four, as printed on a circular: 128 bits, enough to pin the chain."""
    short = whole[:32]
    return " ".join(short[at : at + DIVIDES] for at in range(0, len(short), DIVIDES))
