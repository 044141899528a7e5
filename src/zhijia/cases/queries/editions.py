"""The county's procedures and their editions: which hold, since when they are in use, which wait for approval."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from zhijia.accounts.models import Post
from zhijia.cases.models import Case, EditionDraft, EditionUse
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.catalogue import catalogue

NO_EDITION = gettext_noop("没有制度版本“%(name)s”，请从制度目录进入。")
NO_DRAFT = gettext_noop("没有这份待批准的制度文件。")


@dataclass(frozen=True)
class EditionLine:
    """One edition with its use: `since` its first case, how many cases there are in the county."""

    edition: CaseEdition
    use: EditionUse | None
    cases: int


def editions(post: Post) -> Sequence[EditionLine]:
    """Every edition, those of one procedure together, the newest first. Two queries."""
    post.may("settings.view").insist()
    uses = {use.edition: use for use in EditionUse.objects.all()}
    counts = dict(Case.objects.order_by().values_list("edition").annotate(Count("pk")))
    found = sorted(catalogue().cases.values(), key=lambda one: (one.case, -one.edition))
    return [EditionLine(one, uses.get(one.name), counts.get(one.name, 0)) for one in found]


def edition_called(name: str) -> CaseEdition:
    """An edition by its name."""
    if name not in catalogue().cases:
        raise NotFound(NO_EDITION, name=name[:60])
    return catalogue().cases[name]


def drafts(post: Post) -> QuerySet[EditionDraft]:
    """Files handed in, newest first, for those who hand in or approve."""
    if not (post.may("catalogue.edit") or post.may("catalogue.approve")):
        return EditionDraft.objects.none()
    return EditionDraft.objects.select_related("by__user", "by__organisation", "decided_by__user")


def draft_called(post: Post, number: int) -> EditionDraft:
    """One of these; NotFound tells no more than that."""
    found = drafts(post).filter(pk=number).first()
    if found is None:
        raise NotFound(NO_DRAFT)
    return found
