"""Questions about import batches: a post sees its own, nobody else's."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from zhijia.accounts.models import Post
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.registers.base.imports import vault
from zhijia.registers.base.imports.batches import ImportBatch
from zhijia.registers.base.imports.run import Plan
from zhijia.registers.base.imports.sealed import ShownRow
from zhijia.registers.base.imports.staging import run_of
from zhijia.registers.base.register import Register, registers

NO_BATCH = gettext_noop("没有这次导入，或者它是别人上传的。")
MOST_UNITS = 20


@dataclass(frozen=True)
class UnknownUnit:
    """A unit nobody knows, how many rows name it, and what it might mean."""

    text: str
    rows: int
    offers: list[Organisation]


def importable(post: Post) -> list[Register]:
    """The registers the post may import into."""
    return [one for one in registers() if one.typed and post.may(f"{one.area}.edit")]


def batches_of(post: Post) -> QuerySet[ImportBatch]:
    """The post's own batches, newest first."""
    return ImportBatch.objects.filter(by=post.pk).select_related("organisation")


def batch_of(post: Post, number: int) -> ImportBatch:
    """One of them; NotFound for anybody else's."""
    found = batches_of(post).filter(pk=number).select_related("organisation", "by__organisation", "by__user").first()
    if found is None:
        raise NotFound(NO_BATCH)
    return found


def progress(batch: ImportBatch) -> tuple[int, int]:
    """(rows written, rows to be written)."""
    return vault.progress_of(batch.pk), int(batch.counts.get("accepted", 0))


def unknown_units(batch: ImportBatch, rows: list[ShownRow]) -> list[UnknownUnit]:
    """Units of the red rows that were not found, with names that are like them, for a human to choose."""
    texts = Counter(
        row.cells.get("organisation", "")
        for row in rows
        if any(code == "unknown_union" and column == "organisation" for code, column, _ in row.reasons)
    )
    if not texts:
        return []
    places = run_of(batch, batch.at, Plan()).places
    return [UnknownUnit(text, count, places.near(text)) for text, count in texts.most_common(MOST_UNITS)]
