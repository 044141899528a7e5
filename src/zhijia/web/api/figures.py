"""Indicators and figures as JSON, computed at the moment of asking like everywhere else."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.http import HttpRequest
from ninja import Router

from zhijia.indicators.queries import figure as figure_for
from zhijia.indicators.queries import indicator_of
from zhijia.registers.base.lookups import organisation_named
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue
from zhijia.web.api.shapes import Fault, FigureShape, IndicatorShape
from zhijia.web.components.figure import passport_url

router = Router()
FAULTS = {400: Fault, 401: Fault, 403: Fault, 404: Fault, 422: Fault}
PLACES = Decimal("0.0001")


@router.get("/indicators/", response={200: list[IndicatorShape], **FAULTS}, url_name="indicators")
def indicators(request: HttpRequest) -> Any:
    """All indicators of the catalogue."""
    request.post.may("figures.view").insist()  # type: ignore[attr-defined]
    return [
        IndicatorShape(key=key, title=each.title, unit=each.unit, definition=each.definition, better=each.better)
        for key, each in catalogue().indicators.items()
    ]


@router.get("/figures/", response={200: FigureShape, **FAULTS}, url_name="figures")
def figures(request: HttpRequest, indicator: str, org: str, as_of: dt.date | None = None) -> Any:
    """One figure of one organisation (number, code or name) inside the post's scope; the day defaults to today."""
    post = request.post  # type: ignore[attr-defined]
    place = organisation_named(post, org)
    post.may("figures.view", place).insist()
    found = indicator_of(indicator)
    window = Window.year_to(as_of or request.today)  # type: ignore[attr-defined]
    value = figure_for(indicator, place, window)
    return FigureShape(
        indicator=indicator, title=found.title, organisation=place.pk, as_of=window.as_of, top=value.top,
        bottom=value.bottom, value=_decimal(value.value), unit=value.unit, passport=passport_url(value),
    )  # fmt: skip


def _decimal(value: Fraction | None) -> str | None:
    if value is None:
        return None
    return str((Decimal(value.numerator) / Decimal(value.denominator)).quantize(PLACES).normalize())
