"""The bytes of evidence on disk: one file per content, under its SHA-256, written whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from zhijia.evidence.sniff import media_type_of
from zhijia.evidence.stored import path_of
from zhijia.kit.problem import Problem, gettext_noop

TOO_LARGE = gettext_noop("文件“%(name)s”超过了%(limit)sMB的上限，请压缩或分成几个文件再上传。")


class Stored(NamedTuple):
    """What was stored: content hash, size in bytes, type told by the content."""

    sha256: str
    size: int
    media_type: str


def keep(name: str, chunks: Iterable[bytes]) -> Stored:
    """Write an upload away; equal contents are kept once. Problem for a file too large or of no allowed type."""
    folder = Path(settings.EVIDENCE_FOLDER)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix="incoming-")
    waiting = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            digest, size = _write(file, name, chunks)
        media_type = media_type_of(waiting, name)
        target = path_of(digest)
        target.parent.mkdir(exist_ok=True, mode=0o700)
        waiting.replace(target)
        return Stored(digest, size, media_type)
    finally:
        waiting.unlink(missing_ok=True)


def _write(file: object, name: str, chunks: Iterable[bytes]) -> tuple[str, int]:
    limit, size, seen = settings.EVIDENCE_MAX_BYTES, 0, sha256()
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise Problem(TOO_LARGE, name=name, limit=limit // 1024 // 1024)
        seen.update(chunk)
        file.write(chunk)  # type: ignore[attr-defined]
    return seen.hexdigest(), size
