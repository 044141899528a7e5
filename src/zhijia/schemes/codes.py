"""Code lists (代码表): the closed vocabularies of the registers, each with its source and trust mark."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from zhijia.kit.problem import gettext_noop
from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word, said

Trust = Literal["verified", "seed", "recalled", "assumed"]
TRUST_LABELS: Mapping[str, str] = {
    "verified": gettext_noop("已核对公开来源"),
    "seed": gettext_noop("县里文件所载"),
    "recalled": gettext_noop("凭记忆，待法律人员核对"),
    "assumed": gettext_noop("本系统约定，待县总确认"),
}


class Code(Strict):
    """One entry of a list: its label, words that mean the same in old sheets, and free facts about it."""

    label: Word
    aliases: tuple[str, ...] = ()
    group: str = ""
    note: str = ""
    parents: tuple[str, ...] = ()


class CodeList(Strict):
    """One list, ordered as written."""

    codes: str = Field(description="key of the list, equal to the file name")
    title: Word
    source: str
    trust: Trust
    entries: dict[str, Code]

    def choices(self) -> list[tuple[str, str]]:
        """(code, label) pairs in the order of the file, for sheets."""
        return [(key, entry.label) for key, entry in self.entries.items()]

    def options(self) -> list[tuple[str, str]]:
        """The same in the reader's language, for screens; sheets and papers keep the Chinese labels."""
        return [(key, said(entry.label)) for key, entry in self.entries.items()]

    def code_for(self, word: str) -> str | None:
        """The code whose key, label or alias equals `word`, else None; never a guess."""
        for key, entry in self.entries.items():
            if word in (key, entry.label, *entry.aliases):
                return key
        return None
