"""What must hold for evidence, walked by `zhijia verify`: the bytes on disk are the bytes that were handed in."""

import hashlib
from collections.abc import Iterator

from zhijia.evidence.models import StoredFile
from zhijia.evidence.stored import path_of
from zhijia.kit.finding import Finding
from zhijia.kit.problem import Problem, gettext_noop

MISSING = gettext_noop("佐证文件%(digest)s在服务器上不存在，请从备份恢复。")
ALTERED = gettext_noop("佐证文件%(digest)s的内容与入库时不同，请从备份恢复并查明原因。")


def check_every_file_is_what_was_handed_in() -> Iterator[Finding]:
    """Content equals its hash and size. Reads every byte; at night."""
    for stored in StoredFile.objects.order_by("pk").iterator(chunk_size=500):
        path, told = path_of(stored.sha256), {"digest": stored.sha256[:12]}
        if not path.is_file():
            yield Finding(f"evidence/{stored.pk}", Problem(MISSING, **told))
            continue
        with path.open("rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == stored.sha256
        if not same or path.stat().st_size != stored.size:
            yield Finding(f"evidence/{stored.pk}", Problem(ALTERED, **told))
