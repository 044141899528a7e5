"""A filtered list as a file (导出): the same columns and rows, in the form other offices accept."""

import tempfile
from collections.abc import Iterator, Sequence
from typing import IO, Any

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render

from zhijia.kit.money import format_yuan
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.sheet.neutral import neutralise
from zhijia.kit.sheet.writing import Frame, write_table
from zhijia.registers.base.queries import each_row, summary_of
from zhijia.registers.base.register import Column, register_of
from zhijia.registers.base.sheet import allow_export, sheet_columns, sheet_rows
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.listing import Listing, listing_of
from zhijia.web.desk.sheets import text_file, workbook_file

UNKNOWN_FORM = gettext_noop("不能导出“%(form)s”格式，可以选xlsx或csv。")


@needs("registers.export")
def export(request: DeskRequest, key: str) -> HttpResponseBase:
    """Choose form and purpose; the answer to the post is the file."""
    found = register_of(key)
    listing = listing_of(found, request.post, request.GET, request.today)
    summary = summary_of(found, listing.rows)
    reveal = any(column.reveal for column in listing.columns) and bool(request.post.may(f"{found.area}.reveal"))
    if request.method != "POST":
        context = {
            "register": found, "listing": listing, "summary": summary, "reveal": reveal,
            "query": listing.asked.address(), "labels": [found.label_of(column) for column in listing.columns],
        }  # fmt: skip
        return render(request, "desk/registers/export.html", context)
    form = request.POST.get("form", "xlsx")
    if form not in ("xlsx", "csv"):
        raise Problem(UNKNOWN_FORM, form=form)
    full = request.POST.get("full") == "1"
    allow_export(
        found,
        post=request.post,
        at=request.now,
        count=summary.count,
        purpose=request.POST.get("purpose", ""),
        full=full,
    )
    name = f"{found.label}-{request.today:%Y%m%d}.{form}"
    rows = sheet_rows(listing.columns, each_row(found, listing.rows, listing.columns), full=full)
    if form == "csv":
        return _csv(listing, rows, name)
    return _xlsx(request, listing, rows, name)


def _csv(listing: Listing, rows: Iterator[list[object]], name: str) -> StreamingHttpResponse:
    labels = [str(listing.register.label_of(column)) for column in listing.columns]
    cells = ([_cell(value, column) for value, column in zip(row, listing.columns, strict=True)] for row in rows)
    return text_file(labels, cells, name)


def _cell(value: object, column: Column) -> object:
    """Long digit strings are kept whole by a leading apostrophe, formulas made harmless."""
    if column.kind == "money" and isinstance(value, int):
        return format_yuan(value).replace(",", "")
    return neutralise("" if value is None else value)


def _xlsx(
    request: DeskRequest, listing: Listing, rows: Iterator[list[object]], name: str
) -> HttpResponseBase:  # fmt: skip
    target: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    frame = Frame(reporter=str(request.post.organisation.name), as_of=request.today.isoformat(), signed=True)
    columns = sheet_columns(listing.register, listing.columns)
    write_table(target, str(listing.register.label), columns, rows, frame)
    return workbook_file(target, name)


@needs("desk.view")
def printed(request: DeskRequest, key: str) -> HttpResponse:
    """The filtered list for paper: A4, across when there are more than seven columns, with lines to sign."""
    found = register_of(key)
    listing = listing_of(found, request.post, request.GET, request.today)
    summary = summary_of(found, listing.rows)
    cells: Sequence[Sequence[Any]] = [
        row for row, _ in zip(_shown_rows(listing), range(MOST_PRINTED), strict=False)
    ]  # fmt: skip
    context = {
        "register": found, "listing": listing, "summary": summary, "cells": cells, "wide": len(listing.columns) > WIDE,
        "labels": [found.label_of(column) for column in listing.columns], "cut": summary.count > MOST_PRINTED,
        "most": MOST_PRINTED, "masked": any(column.reveal for column in listing.columns),
        "query": listing.asked.address(), "now": request.now,
    }  # fmt: skip
    return render(request, "desk/registers/print.html", context)


MOST_PRINTED = 2000
WIDE = 7


def _shown_rows(listing: Listing) -> Iterator[list[object]]:
    from zhijia.registers.base.show import shown

    rows = each_row(listing.register, listing.rows[:MOST_PRINTED], listing.columns)
    return ([shown(row, column) for column in listing.columns] for row in rows)
