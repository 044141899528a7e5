"""Questions about the rows of a register. Every one begins with the asking post: what lies outside is not there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum

from zhijia.accounts.models import Post
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.kit.text.fold import normalise_query
from zhijia.kit.tree import parent_of
from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import Fact, FactQuerySet
from zhijia.registers.base.register import Column, Register, register_of

NO_RECORD = gettext_noop("没有编号为%(number)s的%(register)s记录，或它不在您的管理范围内。")
CHUNK = 2000
NAMES_A_PLACE, MOST_PLACES = 3, 500
WRITER = ("recorded_by__user", "recorded_by__organisation")


@dataclass(frozen=True)
class Summary:
    """Of all rows of a list, not only those on the page: how many, and the sums of the register's total columns."""

    count: int
    totals: Sequence[tuple[str, int]] = ()


def rows_for(register: Register, post: Post) -> FactQuerySet:
    """The present rows a post may see."""
    post.may(f"{register.area}.view").insist()
    found: FactQuerySet = register.model._default_manager.all()
    return found.visible_to(post).living()


def narrowed(
    register: Register, rows: FactQuerySet, *, words: str = "", condition: Q | None = None, under: str = ""
) -> FactQuerySet:
    """Rows that fit the search words, filters and subtree.

    Each word fits a row by name, pinyin, initials or the end of a number, or by name or code of the organisation it
    belongs to; all of them must.
    """
    if under:
        rows = rows.within(under)
    if condition:
        rows = rows.filter(condition)
    whole = register.sought(words) if words else None
    if whole is not None and " " in words.strip():
        return rows.filter(whole)
    for word in words.split():
        folded = normalise_query(word)
        if folded:
            rows = rows.filter(_found_by(register, word, folded))
    return rows


def _found_by(register: Register, word: str, folded: str) -> Q:
    """One word of a search: of the row itself, of the organisation it belongs to, of a number it is known by."""
    found = Q(**{f"{register.searched}__contains": folded})
    if places := _places(word, folded):
        found |= Q(organisation__in=places)
    exact = register.sought(word)
    return found if exact is None else found | exact


def _places(word: str, folded: str) -> list[int]:
    """Organisations that a word of some length names; a short one would bring in whole unions with every surname."""
    if len(folded) < NAMES_A_PLACE:
        return []
    if word.isdigit():
        return list(Organisation.objects.filter(code=folded).values_list("pk", flat=True))
    by_name = Q(name__contains=word) | Q(short_name__contains=word)
    named = Organisation.objects.filter(by_name | Q(search__contains=folded))
    return list(named.order_by().values_list("pk", flat=True)[:MOST_PLACES])


def sort_keys(register: Register) -> dict[str, str]:
    """What a list may be sorted by: column name -> field; `stroke` where names carry their stroke key."""
    keys = {column.name: column.sort for column in register.columns if column.sort}
    first = register.columns[0].sort if register.columns[0].sort else ""
    named = next((key for key in keys.values() if key.endswith("sort_pinyin")), first)
    if named.endswith("sort_pinyin"):
        keys["stroke"] = named.removesuffix("sort_pinyin") + "sort_stroke"
    return keys


def ordered(register: Register, rows: FactQuerySet, sort: str) -> FactQuerySet:
    """Rows in the asked order (`-name` for falling); an unknown order is the register's own."""
    key = sort_keys(register).get(sort.removeprefix("-"))
    if key is None:
        return rows.order_by(*register.ordering)
    return rows.order_by(f"-{key}" if sort.startswith("-") else key, "pk")


def summary_of(register: Register, rows: FactQuerySet) -> Summary:
    """Count and totals in one query."""
    if not register.totals:
        return Summary(rows.order_by().count())
    sums = {f"sum_{name}": Sum(name) for name in register.totals}
    found = rows.order_by().aggregate(n=Count("pk"), **sums)
    return Summary(found["n"], tuple((name, found[f"sum_{name}"] or 0) for name in register.totals))


def page_of(
    register: Register, rows: FactQuerySet, columns: Sequence[Column], first: int, last: int, *, part: bool = False
) -> list[Fact]:
    """Rows first..last (from 0, last excluded) with everything the columns show, in a fixed number of queries.

    Far pages, and pages of a `part` of the tree, find their numbers in the index before any row is read: sorting
    thousands of whole rows for twenty-five of them is what makes lists slow.
    """
    if part or first >= CHUNK:
        numbers = list(rows.values_list("pk", flat=True)[first:last])
        by_number = with_links(register, register.model._default_manager.all(), columns).in_bulk(numbers)
        found = [by_number[number] for number in numbers if number in by_number]
    else:
        found = list(with_links(register, rows, columns)[first:last])
    fetch_uppers(found, columns)
    return found


def each_row(register: Register, rows: FactQuerySet, columns: Sequence[Column]) -> Iterator[Fact]:
    """All rows in order, a chunk at a time: memory stays flat for any number of them."""
    chunk: list[Fact] = []
    for row in with_links(register, rows, columns).iterator(CHUNK):
        chunk.append(row)
        if len(chunk) == CHUNK:
            fetch_uppers(chunk, columns)
            yield from chunk
            chunk = []
    fetch_uppers(chunk, columns)
    yield from chunk


def with_links(register: Register, rows: Any, columns: Sequence[Column]) -> Any:
    """Join what the columns show of other tables, and leave the derived key columns where they are."""
    shown = {column.name.split(".")[0] for column in columns} | ({"organisation"} if _shows_upper(columns) else set())
    rows = rows.select_related(*[name for name in register.related if name in shown])
    keys = [name for name in ("search", "sort_pinyin", "sort_stroke", "remark") if name not in shown]
    known = {field.name for field in register.model._meta.concrete_fields}
    return rows.defer(*[name for name in keys if name in known])


def fetch_uppers(rows: Iterable[Any], columns: Sequence[Column]) -> None:
    """Give the organisations of these rows their parents with one query, when a column shows them."""
    if not _shows_upper(columns):
        return
    nodes = [row.organisation for row in rows]
    paths = {parent_of(str(node.path)) for node in nodes}
    uppers = {node.path: node for node in Organisation.objects.filter(path__in=paths)}
    for node in nodes:
        node._cached_parent_obj = uppers.get(parent_of(str(node.path)))


def _shows_upper(columns: Sequence[Column]) -> bool:
    return any(column.name == "upper" for column in columns)


def record_of(register: Register, post: Post, number: int) -> Any:
    """One thing of the register, present or voided, inside the post's scope; NotFound tells no more than that.

    For the number of an old version the living row is given.
    """
    post.may(f"{register.area}.view").insist()
    found = _every(register).visible_to(post).select_related(*register.related)
    row = found.filter(pk=number).first()
    if row is not None and row.version_of_id:
        row = found.filter(pk=row.version_of_id).first()
    if row is None:
        raise NotFound(NO_RECORD, number=number, register=register.label)
    return row


def versions_of(register: Register, row: Any) -> list[Any]:
    """All versions of a thing, the present one first, each with who wrote it down."""
    mine = Q(pk=row.entity) | Q(version_of_id=row.entity)
    versions = _every(register).filter(mine).select_related(*register.related, *WRITER)
    found = list(versions.order_by("-recorded_at", "-pk"))
    return sorted(found, key=lambda version: version.version_of_id is not None)


def linked_rows(register: Register, post: Post, row: Any) -> list[tuple[Register, str, Any, FactQuerySet]]:
    """Related records as (register, field, label, rows), only of registers the post may see."""
    found = []
    for key, field, label in register.links:
        other = register_of(key)
        if post.may(f"{other.area}.view"):
            found.append((other, field, label, rows_for(other, post).filter(**{field: row.entity})))
    return found


def _every(register: Register) -> Any:
    return register.model._default_manager.all()
