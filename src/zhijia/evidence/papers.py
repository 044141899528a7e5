"""Issuing a paper (印发): it takes the next number of its series and is kept as it went out, .docx and PDF.

One way for every paper of the house: orders, slips, circulars, replies, letters, minutes.
"""

import datetime as dt
import hashlib
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.db import transaction

from zhijia.evidence.models import IssuedPaper, NumberSeries
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import root
from zhijia.papers.fonts.chosen import choose_fonts
from zhijia.papers.paper import Paper
from zhijia.papers.pdf import to_pdf


@transaction.atomic
def next_number(kind: str, year: int, of: Organisation | None = None) -> str:
    """The next number of a series, e.g. 海工交〔2014〕3号, or of a committee's own series, 合德镇工纪〔2014〕1号.

    The series' line is held until the paper is saved.
    """
    own = of is not None and of.depth > 1
    series = f"{of if own else root().name[0]}{kind}"
    NumberSeries.objects.get_or_create(series=series, year=year)
    line = NumberSeries.objects.select_for_update().get(series=series, year=year)
    line.last += 1
    line.save()
    return f"{series}〔{year}〕{line.last}号"


def freeze(paper: Paper, on: dt.date, kept_as: str = "") -> IssuedPaper:
    """Set the paper as .docx and PDF and keep both with their fingerprints, under its number, else under `kept_as`."""
    from zhijia.papers.docx import to_docx

    fonts = choose_fonts(Path(settings.FONT_FOLDER) if settings.FONT_FOLDER else None)
    docx, pdf = to_docx(paper), to_pdf(paper, fonts)
    return IssuedPaper.objects.create(
        number=paper.number or kept_as,
        docx=docx,
        docx_sha256=hashlib.sha256(docx).hexdigest(),
        pdf=pdf,
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
        issued_on=on,
    )


def papers_by_series(year: int, until: dt.date) -> dict[str, int]:
    """How many papers of each series were issued in a year up to a day."""
    numbers = IssuedPaper.objects.filter(issued_on__year=year, issued_on__lte=until).values_list("number", flat=True)
    return dict(Counter(number.split("〔")[0] for number in numbers))
