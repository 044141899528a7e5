"""The one place where the wall clock is read. Everything below gets the day and the moment as arguments."""

import datetime as dt

from django.conf import settings
from django.utils import timezone


def now() -> dt.datetime:
    """This moment; in the demo county it is the same time of day on the demo's day."""
    moment = timezone.localtime()
    if settings.TODAY is None:
        return moment
    return moment.replace(year=settings.TODAY.year, month=settings.TODAY.month, day=settings.TODAY.day)


def today() -> dt.date:
    """The day of this moment in China."""
    return now().date()
