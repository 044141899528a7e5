"""What font files are there: families in the county's FONT_DIR and families installed on the machine."""

import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont, TTLibError

FAMILY_NAMES = (1, 16)
REGULAR = "80"
"""fontconfig's number for the regular weight; a family's bold file has other baselines."""
SUFFIXES = frozenset({".ttf", ".otf", ".ttc"})


def faces(path: Path) -> list[TTFont]:
    """The faces of a font file; an unreadable file has none."""
    try:
        if path.suffix.lower() == ".ttc":
            return list(TTCollection(path, lazy=True).fonts)
        return [TTFont(path, lazy=True)]
    except (TTLibError, OSError):
        return []


def families_in(path: Path) -> set[str]:
    """Every family name a file declares, in any language."""
    names = (record for face in faces(path) for record in face["name"].names)
    return {record.toUnicode(errors="replace") for record in names if record.nameID in FAMILY_NAMES}


@lru_cache(maxsize=8)
def directory_families(directory: Path) -> dict[str, Path]:
    """Family name -> file, for all fonts below `directory`, files in name order."""
    found: dict[str, Path] = {}
    for path in sorted(directory.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            for family in sorted(families_in(path)):
                found.setdefault(family, path)
    return found


@lru_cache(maxsize=1)
def installed_families() -> dict[str, Path]:
    """Family name -> file of the fonts Pango can see; fontconfig's own lister comes with Pango everywhere."""
    lister = shutil.which("fc-list")
    if lister is None:
        return {}
    out = subprocess.run(  # noqa: S603  (fixed arguments, no outside text)
        [lister, "--format", "%{family}\t%{weight}\t%{file}\n"], capture_output=True, text=True, check=True
    ).stdout
    found: dict[str, Path] = {}
    rows = [entry.split("\t") for entry in out.splitlines() if entry.count("\t") == 2]
    for names, _, file in sorted(rows, key=lambda row: (row[1] != REGULAR, row[2])):
        for family in names.split(","):
            found.setdefault(family, Path(file))
    return found


@lru_cache(maxsize=32)
def covered(path: Path) -> frozenset[int]:
    """Code points a file has glyphs for (first face: the faces of one collection cover the same)."""
    opened = faces(path)
    return frozenset(opened[0].getBestCmap() or {}) if opened else frozenset()
