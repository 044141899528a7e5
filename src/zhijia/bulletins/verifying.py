"""Proof that nothing issued changed: each circular is set again from its stored content and compared byte for byte."""

import hashlib
from dataclasses import dataclass

from zhijia.bulletins.content import fingerprint, load
from zhijia.bulletins.models import Bulletin
from zhijia.bulletins.queries import paper_of
from zhijia.papers.docx import to_docx


@dataclass(frozen=True)
class Verified:
    """One circular: its number, whether content and .docx are as issued, the fingerprint found."""

    number: str
    same: bool
    docx: str


def verify_bulletins() -> list[Verified]:
    """All issued circulars, oldest first. The PDF depends on the machine's fonts, so its stored bytes are only
    compared with their own fingerprint."""
    return [_verified(one) for one in Bulletin.objects.filter(issued_at__isnull=False).order_by("issued_at")]


def _verified(bulletin: Bulletin) -> Verified:
    content, paper = load(bulletin.content), bulletin.paper
    assert paper is not None and bulletin.dated is not None
    docx = hashlib.sha256(to_docx(paper_of(content, bulletin.dated))).hexdigest()
    pdf = hashlib.sha256(bytes(paper.pdf)).hexdigest()
    same = fingerprint(content) == bulletin.content_hash and docx == paper.docx_sha256 and pdf == paper.pdf_sha256
    return Verified(bulletin.number, same, docx)
