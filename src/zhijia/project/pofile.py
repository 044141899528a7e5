"""Reading a .po file far enough to know which sentences are finished."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

LINE = re.compile(r'^(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?(".*")$')


@dataclass
class Entry:
    """One sentence: where it stands, what it says, its translations (two for plurals)."""

    where: str = ""
    fuzzy: bool = False
    words: dict[str, str] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The sentence in Chinese."""
        return self.words.get("msgid", "")

    @property
    def finished(self) -> bool:
        """Every form has words and none is a guess."""
        forms = [words for key, words in self.words.items() if key.startswith("msgstr")]
        return not self.fuzzy and bool(forms) and all(forms)


def entries(path: Path) -> Iterator[Entry]:
    """All living entries but the header."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        entry = _entry(block)
        if entry.source:
            yield entry


def _entry(block: str) -> Entry:
    entry, key = Entry(), ""
    for line in block.splitlines():
        if line.startswith("#:") and not entry.where:
            entry.where = line[2:].strip()
        elif line.startswith("#,"):
            entry.fuzzy = "fuzzy" in line
        elif found := LINE.match(line):
            key = found[1] or key
            entry.words[key] = entry.words.get(key, "") + str(ast.literal_eval(found[2]))
    return entry
