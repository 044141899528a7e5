"""Catalogue files as text: YAML read with the line of every key, so that a fault can be pointed at."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from zhijia.kit.problem import gettext_noop
from zhijia.schemes.errors import CatalogueError

KeyPath = tuple[str | int, ...]
# The same grammar in C where the wheel carries it: some eight times quicker, and every command reads the catalogue.
Reader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BROKEN = gettext_noop("写法不合 YAML 规则，请检查缩进、冒号和引号。")
NO_MAPPING = gettext_noop("内容不是“键: 值”的形式，请对照同目录的文件改写。")
TWICE = gettext_noop("同一个键写了两次，请只保留一处。")


@dataclass(frozen=True)
class Source:
    """One parsed file: its data and the line (from 1) on which each key path begins."""

    path: Path
    data: Mapping[str, Any]
    lines: Mapping[KeyPath, int]

    def line_of(self, where: KeyPath) -> int:
        """The line of a key path, or of its nearest parent that was written in the file."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


def read_source(path: Path) -> Source:
    """Parse one YAML file; CatalogueError for broken YAML, a repeated key or a file that is no mapping."""
    text = path.read_text(encoding="utf-8")
    try:
        node = yaml.compose(text, Loader=Reader)
        data = yaml.load(text, Loader=Reader)  # noqa: S506 - a safe loader either way
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise CatalogueError(path.name, line, "YAML", BROKEN) from fault
    if not isinstance(data, dict) or not isinstance(node, yaml.MappingNode):
        raise CatalogueError(path.name, 1, "YAML", NO_MAPPING)
    lines: dict[KeyPath, int] = {}
    _walk(node, (), lines, path)
    return Source(path, data, lines)


def _walk(node: yaml.Node, where: KeyPath, lines: dict[KeyPath, int], path: Path) -> None:
    """Note the line of every key below `node`; a key written twice is a fault, YAML would drop one."""
    lines.setdefault(where, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line + 1
            if name in seen:
                raise CatalogueError(path.name, line, name, TWICE)
            seen.add(name)
            lines[(*where, name)] = line
            _walk(value, (*where, name), lines, path)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _walk(item, (*where, index), lines, path)
