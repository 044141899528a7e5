"""The ledger as one file an auditor can check without Zhijia: a line of JSON for each line of the chain.

First line: what the file is, how many lines follow, the root. Then `{"line": …, "row": …}` in order, `row` by the
classes of the digests; at the end rows that have no line, if somebody wrote any. `ledger_checker.py` lies beside it.
"""

import datetime as dt
import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from zhijia.ledger.rules import GENESIS, Value, plain
from zhijia.ledger.stored import last_line, lines_with_rows, strays
from zhijia.orgs.queries import root

FORMAT = 1
CHECKER = Path(__file__).with_name("ledger_checker.py")


def exported(on: dt.date) -> Iterator[str]:
    """The file, line by line; letters that are no UTF-8 any more pass as they are."""
    number, told = last_line()
    yield _json({"zhijia-ledger": FORMAT, "county": str(root().name), "exported": on.isoformat(),
                 "lines": number, "root": told or GENESIS})  # fmt: skip
    for line, row in lines_with_rows():
        yield _json({"line": _plain(line), "row": _classes(row)})
    for kind, record, row in strays():
        yield _json({"stray": kind, "record": record, "row": _classes(row)})


def write_export(out: Path, on: dt.date) -> int:
    """Write the file and its checker whole or not at all; returns the number of lines."""
    waiting = out.with_name(f".{out.name}.part")
    count = -1  # The first line tells of the file.
    try:
        with waiting.open("w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            for line in exported(on):
                file.write(line + "\n")
                count += 1
        shutil.copyfile(CHECKER, out.with_name(CHECKER.name))
        waiting.replace(out)
    finally:
        waiting.unlink(missing_ok=True)
    return count


def _plain(values: Mapping[str, Value]) -> dict[str, Any]:
    return {key: plain(value) for key, value in values.items()}


def _classes(row: Mapping[str, Mapping[str, Value]] | None) -> dict[str, Any] | None:
    return None if row is None else {name: _plain(values) for name, values in row.items()}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
