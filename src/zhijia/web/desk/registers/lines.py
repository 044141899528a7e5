"""Lines offered while a link is being typed: organisations and records inside the post's scope."""

from django.http import HttpResponse
from django.utils.html import format_html_join

from zhijia.registers.base.lookups import organisation_line, organisations_like, record_line, records_like
from zhijia.registers.base.register import register_of
from zhijia.web.desk.gate import DeskRequest, needs


@needs("desk.view")
def organisation_lines(request: DeskRequest) -> HttpResponse:
    """Options for an organisation; whatever the field is called, its text is the only value sent."""
    found = organisations_like(request.post, _typed(request))
    return _options([organisation_line(each) for each in found])


@needs("desk.view")
def record_lines(request: DeskRequest, key: str) -> HttpResponse:
    """Options for a record of a register."""
    return _options([record_line(each) for each in records_like(register_of(key), request.post, _typed(request))])


def _typed(request: DeskRequest) -> str:
    return str(next(iter(request.GET.values()), "")).strip()[:60]


def _options(lines: list[str]) -> HttpResponse:
    return HttpResponse(format_html_join("", '<option value="{}"></option>', ((line,) for line in lines)))
