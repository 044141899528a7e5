"""Questions about evidence."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from zhijia.accounts.models import Post
from zhijia.evidence.models import Attachment
from zhijia.kit.problem import NotFound, gettext_noop

NO_EVIDENCE = gettext_noop("没有编号为%(number)s的佐证，或它不在您的管理范围内。")


def counts_for(subject: str, numbers: Iterable[int]) -> dict[int, int]:
    """How many standing attachments each of these things has; those without any are left out."""
    found = Attachment.objects.filter(subject=subject, subject_id__in=list(numbers), removed_at__isnull=True)
    return dict(found.order_by().values("subject_id").annotate(n=Count("pk")).values_list("subject_id", "n"))


@dataclass(frozen=True)
class Standing:
    """One piece of evidence as a page shows it."""

    pk: int
    slot: str
    name: str
    at: dt.datetime
    size: int
    sha256: str
    by: str


def standing_for(subject: str, number: int) -> list[Standing]:
    """The evidence of one thing as it stands, in order of upload; one narrow query."""
    found = Attachment.objects.filter(subject=subject, subject_id=number, removed_at__isnull=True)
    rows = found.values_list("pk", "slot", "name", "at", "file__size", "file__sha256", "by__user__full_name")
    return [Standing(*row[:-1], by=row[-1] or "") for row in rows]


def attachment_for(post: Post, number: int) -> Attachment:
    """One standing attachment inside the post's scope; NotFound tells no more than that."""
    post.may("evidence.view").insist()
    found = Attachment.objects.within(post.path).filter(pk=number, removed_at__isnull=True)
    attachment = found.select_related("file", "organisation").first()
    if attachment is None:
        raise NotFound(NO_EVIDENCE, number=number)
    return attachment
