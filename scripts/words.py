"""Words that must not stand in the repository: addresses of registries, paths of one person's machine."""

import os
import re
import sys
from fnmatch import fnmatch
from pathlib import Path

# Written in pieces, so that this file does not find itself.
HOSTS = (
    "pypi" + r"\.org",
    "pythonhosted" + r"\.org",
    "npmjs" + r"\.org",
    "npmmirror" + r"\.com",
    "deb" + r"\.debian\.org",
)
PLACES = (r"/ro" + "ot/", r"/ho" + r"me/\w+/", r"/wo" + "rk/", r"/opt/wh" + "eels", r"/opt/py" + "pi", r"\.py" + "env")
FORBIDDEN = re.compile("|".join((*HOSTS, *PLACES)))
RESOLVED = re.compile(r'"resolved"\s*:')
BINARY = {".png", ".docx", ".pdf", ".xlsx", ".xls", ".mo", ".woff2", ".ico"}


def files() -> list[Path]:
    """Everything that is, or would be, committed: git may be missing on the machine, .gitignore is not."""
    patterns = [line.rstrip("/") for line in Path(".gitignore").read_text(encoding="utf-8").splitlines() if line]
    found = []
    for folder, folders, names in os.walk("."):
        place = Path(folder)
        folders[:] = [name for name in folders if name != ".git" and not _ignored(place / name, patterns)]
        found += [place / name for name in names if name != ".git" and not _ignored(place / name, patterns)]
    return sorted(path for path in found if path.suffix not in BINARY and not path.is_symlink())


def _ignored(path: Path, patterns: list[str]) -> bool:
    return any(fnmatch(path.name, pattern) or path.as_posix() == pattern for pattern in patterns)


def faults(path: Path) -> list[str]:
    """Lines of one file that must not stand there."""
    text = path.read_text(encoding="utf-8", errors="replace")
    found = [
        f"{path}:{number}: {hit[0]}"
        for number, line in enumerate(text.splitlines(), 1)
        if (hit := FORBIDDEN.search(line))
    ]
    if path.name == "package-lock.json" and RESOLVED.search(text):
        found.append(f'{path}: "resolved" addresses; make it anew with omit-lockfile-registry-resolved=true')
    return found


if __name__ == "__main__":
    all_faults = [fault for path in files() for fault in faults(path)]
    sys.stdout.write("".join(f"{fault}\n" for fault in all_faults))
    sys.exit(bool(all_faults))
