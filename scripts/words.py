"""Words that must not stand in the repository: addresses of registries, paths of one person's machine."""

import re
import subprocess
import sys
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
    """Everything that is, or would be, committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True, check=True
    )
    return [path for name in listed.stdout.splitlines() if (path := Path(name)).is_file() and path.suffix not in BINARY]


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
