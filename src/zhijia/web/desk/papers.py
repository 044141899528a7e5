"""Handing out an issued paper: the bytes as they went out."""

from typing import Any

from django.http import HttpResponse

from zhijia.kit.problem import NotFound, gettext_noop

NO_PAPER = gettext_noop("这份文件还没有印发，没有可下载的文件。")
NO_FORM = gettext_noop("只有 docx 和 pdf 两种格式。")
MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def paper_file(held: Any, name: str, form: str, missing: str = NO_PAPER) -> HttpResponse:
    """The paper as a file of one of the two forms; NotFound for another form, or (`missing`) before it was issued."""
    if form not in MEDIA:
        raise NotFound(NO_FORM)
    if held is None:
        raise NotFound(missing)
    answer = HttpResponse(bytes(held.docx if form == "docx" else held.pdf), content_type=MEDIA[form])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer
