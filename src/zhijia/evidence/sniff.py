"""What a file really is, by its content and never by its name: an allow-list of what offices keep as proof."""

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from zhijia.kit.problem import Problem, gettext_noop

PDF, JPEG, PNG, TEXT = "application/pdf", "image/jpeg", "image/png", "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFD, OLE = "application/ofd", "application/x-ole-storage"
ALLOWED = (PDF, JPEG, PNG, DOCX, XLSX, OFD, OLE, TEXT)
# May be opened in the browser (in a sandbox); everything else is only ever downloaded.
SAFE_INLINE = frozenset({PDF, JPEG, PNG})

EMPTY = gettext_noop("文件“%(name)s”是空的，请检查后重新上传。")
UNKNOWN = gettext_noop("文件“%(name)s”的内容不是可以留存的类型；可以上传PDF、JPG、PNG、Word、Excel、OFD和纯文本。")
MACROS = gettext_noop("文件“%(name)s”带有宏，不能留存；请另存为不带宏的格式后上传。")

_HEADS = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (bytes.fromhex("d0cf11e0a1b11ae1"), OLE),
)
_ZIP = b"PK\x03\x04"
_PARTS = (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX), ("OFD.xml", OFD))
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_MARKUP = re.compile(r"^\s*<(?:!doctype|html|svg|script|\?xml)", re.I)
_LOOKED_AT = 65536


def media_type_of(path: Path, name: str) -> str:
    """The media type of a file on disk; Problem (naming the upload's `name`) when it may not be kept."""
    with path.open("rb") as file:
        head = file.read(_LOOKED_AT)
    if not head:
        raise Problem(EMPTY, name=name)
    for start, found in _HEADS:
        if head.startswith(start):
            return found
    if head.startswith(_ZIP):
        return _office_type(path, name)
    if _is_text(head):
        return TEXT
    raise Problem(UNKNOWN, name=name)


def _office_type(path: Path, name: str) -> str:
    try:
        with ZipFile(path) as zipped:
            parts = set(zipped.namelist())
    except BadZipFile:
        raise Problem(UNKNOWN, name=name) from None
    if any(part.endswith("vbaProject.bin") for part in parts):
        raise Problem(MACROS, name=name)
    for part, found in _PARTS:
        if part in parts:
            return found
    raise Problem(UNKNOWN, name=name)


def _is_text(head: bytes) -> bool:
    """Plain text in UTF-8 or GB18030, without control signs, and no markup a browser might run."""
    if _CONTROLS.search(head):
        return False
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = head.decode(encoding) if len(head) < _LOOKED_AT else head.decode(encoding, "ignore")
        except UnicodeDecodeError:
            continue
        return not _MARKUP.match(text)
    return False
