"""Plan files as officers have them: .txt from any editor, .docx from Word or WPS; anything else is refused in one sentence."""

from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from zhijia.kit.problem import Problem, gettext_noop

LIMIT = 2 * 1024 * 1024
# What a .docx may hold unpacked, as a multiple of the limit: a zip bomb is refused before it is read.
UNPACKED = 20
ENCODINGS = ("utf-8-sig", "gb18030")


class PlanTextError(Problem):
    """A plan file that cannot be read: what, where, what to do next."""


def read_plan_file(content: bytes, filename: str, limit: int = LIMIT) -> str:
    """The text of a .txt (UTF-8 with or without BOM, GB18030) or .docx, line ends untouched.

    A BOM is kept out of the text. Raises PlanTextError for an empty, binary, unreadable or oversized file;
    `limit` is in bytes and is checked before anything is decoded.
    """
    if not content.strip():
        raise PlanTextError(gettext_noop("文件“%(file)s”是空的,请换一份有文字的讲话或计划。"), file=filename)
    if len(content) > limit:
        template = gettext_noop("文件“%(file)s”有 %(size)s KB,超过 %(limit)s KB 的上限,请只保留计划正文后再试。")
        raise PlanTextError(template, file=filename, size=len(content) // 1024, limit=limit // 1024)
    suffix = PurePath(filename).suffix.lower()
    if suffix == ".docx":
        text = _word(content, filename, limit)
    elif suffix in (".txt", ".text", ".md", ""):
        text = _plain(content, filename)
    else:
        template = gettext_noop("文件“%(file)s”不是 .txt 或 .docx,请另存为这两种格式之一再上传。")
        raise PlanTextError(template, file=filename)
    if not text.strip():
        raise PlanTextError(gettext_noop("文件“%(file)s”里没有文字,请换一份有文字的讲话或计划。"), file=filename)
    return text


def _plain(content: bytes, filename: str) -> str:
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _binary(text):
            return text
    raise PlanTextError(
        gettext_noop("文件“%(file)s”不是文本,请另存为 UTF-8 或 GB18030 编码的 .txt 再上传。"), file=filename
    )


def _binary(text: str) -> bool:
    """Control characters other than tab, line ends and page breaks do not occur in written text."""
    return any(character < " " and character not in "\t\n\r\f\v" for character in text) or "\x7f" in text


def _word(content: bytes, filename: str, limit: int) -> str:
    try:
        with ZipFile(BytesIO(content)) as package:
            unpacked = sum(part.file_size for part in package.infolist())
        if unpacked > limit * UNPACKED:
            template = gettext_noop("文件“%(file)s”展开后过大,请删去图片和附件、只保留计划正文后再试。")
            raise PlanTextError(template, file=filename)
        document = Document(BytesIO(content))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, NotImplementedError) as error:
        template = gettext_noop("文件“%(file)s”不是能打开的 .docx,请在 Word 或 WPS 中另存为 .docx 再上传。")
        raise PlanTextError(template, file=filename) from error
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += [
                "| " + " | ".join(cell.text.replace("\n", " ") for cell in row.cells) + " |" for row in block.rows
            ]
        else:
            lines.append(block.text)
    return "\n".join(lines)
