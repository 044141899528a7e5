"""Numbers of papers (发文编号): one series per kind and year, taken at signing, never twice."""

from django.db import transaction

from zhijia.orgs.queries import root
from zhijia.targets.models import NumberSeries


@transaction.atomic
def next_number(kind: str, year: int) -> str:
    """The next number of a series, e.g. 海工交〔2014〕3号; the series' line is held until the paper is saved."""
    series = f"{root().name[0]}{kind}"
    NumberSeries.objects.get_or_create(series=series, year=year)
    line = NumberSeries.objects.select_for_update().get(series=series, year=year)
    line.last += 1
    line.save()
    return f"{series}〔{year}〕{line.last}号"
