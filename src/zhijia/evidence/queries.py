"""Questions about evidence."""

from collections.abc import Iterable

from django.db.models import Count

from zhijia.evidence.models import Attachment


def counts_for(subject: str, numbers: Iterable[int]) -> dict[int, int]:
    """How many standing attachments each of these things has; those without any are left out."""
    found = Attachment.objects.filter(subject=subject, subject_id__in=list(numbers), removed_at__isnull=True)
    return dict(found.order_by().values("subject_id").annotate(n=Count("pk")).values_list("subject_id", "n"))
