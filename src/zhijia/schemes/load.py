"""From a catalogue file to a checked, frozen object; every fault names file, line, key and the nearest right word."""

import difflib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.errors import CatalogueError
from zhijia.schemes.source import KeyPath, Source, read_source

NEAR_KEY = gettext_noop("没有这个键，是否想写“%(near)s”？可用的键：%(allowed)s。")
NO_SUCH_KEY = gettext_noop("没有这个键。可用的键：%(allowed)s。")
MISSING_KEY = gettext_noop("缺少这个必填的键，请补上。")
NOT_ALLOWED = gettext_noop("值“%(value)s”不在允许之列。允许的值：%(allowed)s。")
WRONG_VALUE = gettext_noop("值“%(value)s”不合要求，%(wanted)s。")
WANTED = {
    "int": gettext_noop("应为整数"),
    "decimal": gettext_noop("应为数字"),
    "bool": gettext_noop("应为 true 或 false"),
    "date": gettext_noop("应为日期，如 2014-01-01"),
    "string": gettext_noop("应为文字"),
    "tuple": gettext_noop("应为列表"),
    "dict": gettext_noop("应为“键: 值”"),
    "model": gettext_noop("应为“键: 值”"),
}


class Strict(BaseModel):
    """A grammar class: frozen, and no key that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


Grammar = TypeVar("Grammar", bound=BaseModel)


def load_file(path: Path, grammar: type[Grammar]) -> Grammar:
    """Read one file under one grammar class; raises CatalogueError for the first fault in it."""
    source = read_source(path)
    return check_source(source, grammar)


def check_source(source: Source, grammar: type[Grammar]) -> Grammar:
    """Check parsed data against the grammar; raises CatalogueError with the line of the fault."""
    try:
        return grammar.model_validate(source.data)
    except ValidationError as fault:
        raise _as_sentence(source, grammar, _first(fault.errors())) from fault


def _first(errors: list[ErrorDetails]) -> ErrorDetails:
    """A misspelt key is also a missing one; the misspelling is what can be mended."""
    return next((error for error in errors if error["type"] == "extra_forbidden"), errors[0])


def _as_sentence(source: Source, grammar: type[BaseModel], error: ErrorDetails) -> CatalogueError:
    where: KeyPath = tuple(error["loc"])
    key = str(where[-1]) if where else source.path.stem
    return CatalogueError(source.path.name, source.line_of(where), key, _problem_of(grammar, where, key, error))


def _problem_of(grammar: type[BaseModel], where: KeyPath, key: str, error: ErrorDetails) -> Problem:
    kind = error["type"]
    if kind == "extra_forbidden":
        allowed = sorted(_keys_at(grammar, where[:-1]))
        near = difflib.get_close_matches(key, allowed, n=1)
        if near:
            return Problem(NEAR_KEY, near=near[0], allowed="、".join(allowed))
        return Problem(NO_SUCH_KEY, allowed="、".join(allowed))
    if kind == "missing":
        return Problem(MISSING_KEY)
    if kind in {"literal_error", "enum"}:
        return Problem(NOT_ALLOWED, value=error["input"], allowed=error.get("ctx", {}).get("expected", ""))
    if kind == "value_error":
        cause = error.get("ctx", {}).get("error")
        return Problem(str(cause))
    return Problem(
        WRONG_VALUE,
        value=_short(error["input"]),
        wanted=Problem(WANTED.get(kind.split("_")[0], WANTED["string"])),
    )


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:40]}…"


def _keys_at(grammar: type[BaseModel], where: KeyPath) -> set[str]:
    """Keys allowed at a path: follow the JSON schema of the grammar down the path."""
    schema: dict[str, Any] = grammar.model_json_schema(by_alias=True)
    places = [schema]
    for part in where:
        places = [child for place in places for child in _children(schema, place, part)]
    keys: set[str] = set()
    for place in places:
        for branch in _branches(schema, place):
            keys.update(branch.get("properties", {}))
    return keys


def _children(root: dict[str, Any], place: dict[str, Any], part: str | int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for branch in _branches(root, place):
        if isinstance(part, int):
            found.extend([branch["items"]] if "items" in branch else [])
        elif part in branch.get("properties", {}):
            found.append(branch["properties"][part])
        elif isinstance(branch.get("additionalProperties"), dict):
            found.append(branch["additionalProperties"])
    return found


def _branches(root: dict[str, Any], place: dict[str, Any]) -> list[dict[str, Any]]:
    """The place itself and, where a value may be one of several kinds, each of them."""
    here = _resolve(root, place)
    return [here, *(_resolve(root, one) for one in (*here.get("anyOf", []), *here.get("oneOf", [])))]


def _resolve(root: dict[str, Any], place: dict[str, Any]) -> dict[str, Any]:
    reference = place.get("$ref")
    if not reference:
        return place
    resolved: dict[str, Any] = root["$defs"][reference.rsplit("/", 1)[-1]]
    return resolved
