"""Files that are refused as a whole, before a row is read; the code is the `file_level` of an import report."""

from __future__ import annotations

from zhijia.kit.bad_input import BadInput
from zhijia.kit.problem import gettext_noop


class FileRefused(BadInput):
    """`code` is one of encrypted, corrupt, too_large, unreadable."""


def encrypted() -> FileRefused:
    """The office has set a password."""
    return FileRefused("encrypted", gettext_noop("文件设有密码，无法读取，请取消密码后重新上传。"))


def corrupt() -> FileRefused:
    """The file ends too early or its parts do not fit together."""
    return FileRefused("corrupt", gettext_noop("文件已损坏或不完整，请用表格软件重新保存后再上传。"))


def too_large(limit: str) -> FileRefused:
    """The file is, or would unpack to be, larger than anything a county sends."""
    sentence = gettext_noop("文件过大（上限 %(limit)s），请按单位拆分，或删除多余的空白区域后再上传。")
    return FileRefused("too_large", sentence, limit=limit)


def unreadable() -> FileRefused:
    """No kind of sheet that is known."""
    return FileRefused("unreadable", gettext_noop("无法识别的文件，请上传 .xlsx、.xls、.et 或 .csv 表格。"))
