"""Handing out a sheet: a workbook from the file it was written to, or lines that leave as they are made."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from django.http import FileResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOM = "\ufeff"


class Echo:
    """A file that hands back what is written, so that rows leave one by one."""

    def write(self, text: str) -> str:
        """What was written."""
        return text


def workbook_file(target: IO[bytes], name: str) -> FileResponse:
    """A workbook to be kept, not shown; it may hold persons, so nobody between keeps a copy. Closes `target`."""
    target.seek(0)
    response = FileResponse(target, as_attachment=True, filename=name, content_type=SPREADSHEET)
    response["Cache-Control"] = "private, no-store"
    return response


def text_file(labels: Sequence[object], rows: Iterable[Sequence[object]], name: str) -> StreamingHttpResponse:
    """The same as text with commas, with the mark by which office programs know the letters; cells come neutralised."""
    writer = csv.writer(Echo())

    def lines() -> Iterator[str]:
        yield BOM + writer.writerow(labels)
        for row in rows:
            yield writer.writerow(row)

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "private, no-store"
    return response
