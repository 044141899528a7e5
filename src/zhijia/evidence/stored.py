"""Where the bytes of a file lie: one file per content, found by its SHA-256."""

from pathlib import Path

from django.conf import settings

from zhijia.kit.problem import NotFound, gettext_noop

GONE = gettext_noop("佐证文件在服务器上找不到了，请把时间和文件名告诉管理员。")


def path_of(digest: str) -> Path:
    """Where the bytes of that content lie."""
    return Path(settings.EVIDENCE_FOLDER) / digest[:2] / digest


def opened(digest: str) -> Path:
    """As `path_of`, for reading; NotFound when the file is missing on disk."""
    path = path_of(digest)
    if not path.is_file():
        raise NotFound(GONE)
    return path
