"""Does each hashed lock still name everything its .in file asks for? Asked without a network."""

import re
import sys
from pathlib import Path

NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)")


def plain(name: str) -> str:
    """Names as registries compare them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked(source: Path) -> set[str]:
    """Names in a .in file and in those it includes."""
    names: set[str] = set()
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            names |= asked(source.parent / line[3:].strip())
        elif found := NAME.match(line.strip()):
            names.add(plain(found[1]))
    return names


def locked(lock: Path) -> set[str]:
    """Names pinned in a lock; a pin without hashes does not count."""
    text = lock.read_text(encoding="utf-8") if lock.exists() else ""
    return {
        plain(found)
        for found in re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==\S+ \\\n\s+--hash", text, re.MULTILINE)
    }


if __name__ == "__main__":
    faults = [
        f"{name} names {', '.join(sorted(missing))}, its lock does not: run make locks"
        for name in sys.argv[1:]
        if (missing := asked(Path(name)) - locked(Path(name).with_suffix(".txt")))
    ]
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    sys.exit(bool(faults))
