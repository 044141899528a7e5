"""Registers as JSON: which there are, their rows under the same filters as the list page, one record."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from zhijia.accounts.queries import Post
from zhijia.registers.base.queries import page_of, record_of, summary_of
from zhijia.registers.base.register import Column, Register, register_of, registers
from zhijia.registers.base.show import shown
from zhijia.schemes.catalogue import catalogue
from zhijia.web.api.shapes import ColumnShape, Fault, RegisterShape, RowShape, RowsShape
from zhijia.web.desk.registers.listing import listing_of
from zhijia.web.desk.registers.pager import pager_of

router = Router()
FAULTS = {400: Fault, 401: Fault, 403: Fault, 404: Fault, 422: Fault}


@router.get("/registers/", response={200: list[RegisterShape], **FAULTS}, url_name="registers")
def all_registers(request: HttpRequest) -> Any:
    """The registers the post may see, with their columns."""
    post = _post(request)
    return [_register_shape(each) for each in registers() if post.may(f"{each.area}.view")]


@router.get("/registers/{key}/", response={200: RowsShape, **FAULTS}, url_name="register-rows")
def register_rows(request: HttpRequest, key: str) -> Any:
    """One page of rows; the query string is that of the list page (q, org, filters, sort, page, size, figure ...)."""
    found, post = register_of(key), _post(request)
    listing = listing_of(found, post, request.GET, request.today)  # type: ignore[attr-defined]
    for fault in listing.reading.faults:
        raise fault
    pager = pager_of(summary_of(found, listing.rows).count, listing.asked.page, listing.asked.size)
    rows = page_of(found, listing.rows, found.columns, pager.first, pager.last, part=True)
    shapes = [_row_shape(found, row) for row in rows]
    return {"key": key, "count": pager.count, "page": pager.page, "pages": pager.pages, "rows": shapes}


@router.get("/registers/{key}/{int:number}/", response={200: RowShape, **FAULTS}, url_name="register-record")
def register_record(request: HttpRequest, key: str, number: int) -> Any:
    """One record."""
    found = register_of(key)
    return _row_shape(found, record_of(found, _post(request), number))


def _post(request: HttpRequest) -> Post:
    return request.post  # type: ignore[attr-defined]


def _register_shape(register: Register) -> RegisterShape:
    columns = [
        ColumnShape(
            name=column.name, label=str(register.label_of(column)), kind=column.kind, codes=_codes(column)
        )
        for column in register.columns
    ]  # fmt: skip
    return RegisterShape(key=register.key, label=str(register.label), purpose=str(register.purpose), columns=columns)


def _codes(column: Column) -> dict[str, str]:
    return dict(catalogue().codes[column.codes].choices()) if column.codes else {}


def _row_shape(register: Register, row: Any) -> RowShape:
    values = {column.name: shown(row, column) for column in register.columns}
    return RowShape(
        id=row.entity, organisation=row.organisation_id, since=row.since, recorded_at=row.recorded_at, values=values
    )
