#!/usr/bin/env python3
"""核账程序 Ledger checker: needs nothing but Python 3.8 and the exported file.

    python3 ledger_checker.py ledger.jsonl [--root 2014-06-30 "ab12 cd34 …"]

It recomputes the digest of every row and the hash of every line, follows the chain from its first line to its last,
and compares the roots printed on circulars when they are given. It says which line is the first one altered, and
ends with 0 when none is, 1 when one is, 2 when the file cannot be read. It shares no code with the product.

Format: first line {"zhijia-ledger": 1, "county", "exported", "lines", "root"}; then one {"line", "row"} for each line.
Canonical text: JSON, keys sorted, no blanks, UTF-8. The digest of a class is SHA-256 over the canonical text of its
columns; `digests` in the line is the canonical text of all of them; `hash` is SHA-256 over the canonical text of the
line without `hash`; `previous` is the hash of the line before, 64 zeros for the first.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

GENESIS = "0" * 64
SHORTEST_ROOT = 16


def canonical(value: Any) -> str:
    """Canonical text of a JSON object."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    """64 hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def line_faults(line: dict[str, Any], row: Any, expected: int, previous: str) -> Iterator[tuple[int | None, str]]:
    """Yield (number, sentence) for what is wrong with one line."""
    number = line.get("number")
    named = "%s/%s" % (line.get("kind"), line.get("record"))
    if isinstance(number, int) and number > expected:
        yield expected, "第%s行不见了 line %s is missing" % (expected, expected)
    if sha256(canonical({key: line[key] for key in line if key != "hash"})) != line.get("hash"):
        yield number, "第%s行(%s)：账行本身被改动 the line itself was altered" % (number, named)
    elif number == expected and line.get("previous") != previous:
        yield expected - 1, "第%s行被整行重写 line %s was rewritten" % (expected - 1, expected - 1)
    if row is None:
        yield number, "第%s行：%s不见了 the row is gone" % (number, named)
        return
    digests = {name: sha256(canonical(row[name])) for name in row}
    if canonical(digests) != line.get("digests"):
        try:
            told = json.loads(str(line.get("digests")))
            touched = [name for name in digests if told.get(name) != digests[name]]
        except (ValueError, TypeError, AttributeError):
            touched = sorted(digests)
        yield number, "第%s行：%s的%s被改动 altered: %s" % (number, named, "、".join(touched), ", ".join(touched))


def check(lines: Iterable[str], roots: dict[str, str]) -> tuple[int, str, list[tuple[int | None, str]]]:
    """(number of lines, last hash, faults) of an export given as an iterable of texts; `roots` as {day: digits}."""
    faults: list[tuple[int | None, str]] = []
    seen: dict[str, str] = {}
    expected, previous, count = 1, GENESIS, 0
    rest = iter(lines)
    head = json.loads(next(rest))
    for text in rest:
        entry = json.loads(text)
        if "stray" in entry:
            faults.append((None, "%s/%s没有账行 has no line" % (entry["stray"], entry["record"])))
            continue
        line = entry["line"]
        faults.extend(line_faults(line, entry["row"], expected, previous))
        number = line.get("number")
        expected = max(expected, number + 1 if isinstance(number, int) else expected)
        previous = str(line.get("hash"))
        seen[str(line.get("day"))] = previous
        count += 1
    if count != head.get("lines") or previous != head.get("root"):
        faults.append((count, "文件不完整：应有%s行，实有%s行 the file is not whole" % (head.get("lines"), count)))
    for day in sorted(roots):
        before = [known for known in seen if known <= day]
        found = seen[max(before)] if before else ""
        told = "".join(roots[day].lower().split())
        if len(told) < SHORTEST_ROOT or not found.startswith(told):
            faults.append((None, "%s的校验值与公布的不符 root of the day is not the printed one" % day))
    return count, previous, faults


def main(arguments: list[str]) -> int:
    """Check the file named on the command line."""
    roots: dict[str, str] = {}
    names: list[str] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--root" and len(rest) > 1:
            day = rest.pop(0)
            roots[day] = rest.pop(0)
        else:
            names.append(word)
    if len(names) != 1 or names[0].startswith("-"):
        sys.stderr.write('python3 ledger_checker.py FILE [--root 2014-06-30 "ab12 cd34 …"]\n')
        return 2
    try:
        with Path(names[0]).open(encoding="utf-8", errors="surrogateescape") as file:
            count, last, faults = check(file, roots)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, StopIteration) as fault:
        sys.stderr.write("文件读不懂 the file cannot be read: %s\n" % fault)
        return 2
    for _, sentence in faults[:50]:
        sys.stdout.write(sentence.encode("utf-8", "replace").decode("utf-8") + "\n")
    sys.stdout.write(f"共{count}行，{len(faults)}处不符 {count} lines, {len(faults)} faults; 校验值 root {last}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
