"""Which organisation an office means: by code, name, short name or alias, with or without 工会; never by likeness."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from zhijia.kit.cells import compact
from zhijia.kit.text.search import unit_core
from zhijia.orgs.kinds import level_of
from zhijia.orgs.models import Organisation

OFFERED = 5
LIKE = 0.5
_ENDING = re.compile(r"(?:工会委员会|工会)$")
_OFFICE = re.compile(r"(?:总工会|工会工作委员会|工会联合会|工会)$")
_LABEL = re.compile(r"^[^:]{0,14}:")
_NUMBERING = re.compile(r"^(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.．])+")
_TAIL = re.compile(
    r"(?:\d{4}年?(?:\d{1,2}月)?)?(?:全体|全部|新|在册)?(?:会员|职工|员工|人员|实名制?|入会|基本|基础|信息|情况|采集|"
    r"登记|统计|汇总|花)*(?:花?名册|名单|[登汇统采]\S{1,3}表|一览表|台账|表|册)?(?:[(][^()]*[)])*$"
)
_COUNT = re.compile(r"[(（]?(?:共|计)\d+[人名][)）]?$")
_UNIT = re.compile(r"工会|公司|单位|分会|医院|学校|机关|[厂所站局]$|社区|村")
_YEAR = re.compile(r"\d{4}年?(?:度)?")
SPLIT = re.compile(r"[;；、,，/]")


class Found(NamedTuple):
    """The organisation, or why there is none: unknown, several, outside."""

    node: Organisation | None
    why: str = ""


def key_of(text: object) -> str:
    """NFKC without blanks and without the ending that offices write or leave out."""
    folded = compact(text)
    return _ENDING.sub("", folded) or folded


class Places:
    """The organisations an import may name. Those outside the post's subtree are known only to be told apart."""

    def __init__(self, nodes: Iterable[Organisation], top: str, levels: Sequence[str] = ()) -> None:
        """`levels` limits what rows may belong to; () allows every level."""
        self.top, self.levels = top, frozenset(levels)
        self._by_code: dict[str, Organisation] = {}
        self._by_key: dict[str, list[Organisation]] = defaultdict(list)
        self._exact: dict[str, list[Organisation]] = defaultdict(list)
        self._by_path: dict[str, Organisation] = {}
        self._known: dict[str, Found] = {}
        for node in nodes:
            self.add(node)

    def add(self, node: Organisation, *more: str) -> None:
        """Make an organisation known, by further names or codes too."""
        self._known.clear()
        self._by_path[str(node.path)] = node
        for name in {*more, node.code, node.name, node.short_name, *SPLIT.split(str(node.aliases))} - {""}:
            if name == node.code or name in more:
                self._by_code.setdefault(compact(name), node)
            for index, key in ((self._exact, compact(name)), (self._by_key, key_of(name))):
                if key and node not in index[key]:
                    index[key].append(node)

    def add_names(self, names: Mapping[str, Organisation]) -> None:
        """Further names of organisations: those of the workplaces they cover."""
        for name, node in names.items():
            key = key_of(name)
            if key and not self._by_key.get(key):
                self._by_key[key] = [node]

    def with_code(self, code: str) -> Organisation | None:
        """The organisation of exactly this code, wherever it stands."""
        return self._by_code.get(compact(code))

    def find(self, text: object, *, any_level: bool = False) -> Found:
        """What a cell means."""
        word = f"{'*' if any_level else ''}{text}"
        if word not in self._known:
            self._known[word] = self._find(compact(text), any_level)
        return self._known[word]

    def _find(self, word: str, any_level: bool) -> Found:
        coded = self._by_code.get(word)
        for found in ([coded] if coded else [], self._exact.get(word, []), self._by_key.get(key_of(word), [])):
            fitting = [node for node in found if any_level or self.takes(node)]
            inside = [node for node in fitting if str(node.path).startswith(self.top)]
            if len(inside) == 1:
                return Found(inside[0])
            if len(inside) > 1:
                return Found(None, "several")
            if fitting:
                return Found(None, "outside")
        return Found(None, "unknown")

    def takes(self, node: Organisation) -> bool:
        """May rows belong to it?"""
        return not self.levels or level_of(node.kind) in self.levels

    def in_line(self, line: str) -> Organisation | None:
        """The organisation that a title, a section line or a sheet's name speaks of, and nothing else.

        What is left after label, numbering and words like 会员花名册 must be its name; only names of the
        organisations above it may stand in front.
        """
        text = _COUNT.sub("", _LABEL.sub("", _NUMBERING.sub("", compact(line))))
        for word in dict.fromkeys((text, _TAIL.sub("", text, count=1))):
            core = key_of(word)
            if found := self.find(core).node or self.find(word).node:
                return found
            for start in range(1, max(len(core) - 3, 1)):
                node = self.find(core[start:]).node
                if node is not None and self._is_above(core[:start], node):
                    return node
        return None

    def is_elsewhere(self, line: str) -> bool:
        """Does the line name a unit that nobody knows? Then it lends nothing, and nothing above it does either.

        What speaks of the county or a town only, or of no unit at all, is a title that goes on.
        """
        text = _COUNT.sub("", _LABEL.sub("", _NUMBERING.sub("", compact(line))))
        word = _YEAR.sub("", _TAIL.sub("", text, count=1))
        core = key_of(word)
        if not core or not _UNIT.search(text) or self.find(word, any_level=True).why != "unknown":
            return False
        return core not in {_OFFICE.sub("", compact(node.name)) for node in self._by_path.values()}

    def _is_above(self, prefix: str, node: Organisation) -> bool:
        """Is the text in front made of names of the organisations above?"""
        path = str(node.path)
        words = set[str]()
        for end in range(Organisation.steplen, len(path), Organisation.steplen):
            upper = self._by_path.get(path[:end])
            if upper is not None:
                names = {upper.name, upper.short_name, unit_core(upper.name)} - {""}
                words |= names | {_OFFICE.sub("", name) for name in names}
        left = re.sub(r"^\d{4}年?", "", prefix)
        for word in sorted(map(compact, words - {""}), key=len, reverse=True):
            left = left.replace(word, "")
        return not left

    def near(self, text: str) -> list[Organisation]:
        """Names that are like it, to be offered to a human; nothing is decided by it."""
        cores: dict[str, Organisation] = {}
        for node in self._by_path.values():
            if self.takes(node) and str(node.path).startswith(self.top):
                cores.setdefault(unit_core(node.name), node)
        return [cores[core] for core in get_close_matches(unit_core(text), cores, OFFERED, LIKE)]
