"""The working calendar of one year as the State Council's office announced it, entered by the county when it is out."""

import datetime as dt

from pydantic import model_validator

from zhijia.schemes.load import Strict


class HolidayYear(Strict):
    """Departures from the plain week: weekdays that are rest days, and Saturdays and Sundays that are worked."""

    year: int
    source: str
    rest: tuple[dt.date, ...] = ()
    work: tuple[dt.date, ...] = ()

    @model_validator(mode="after")
    def _of_this_year(self) -> "HolidayYear":
        if strange := [day for day in (*self.rest, *self.work) if day.year != self.year]:
            raise ValueError(f"{strange[0]} 不在 {self.year} 年")
        if twice := set(self.rest) & set(self.work):
            raise ValueError(f"{min(twice)} 同时写成休息日和上班日")
        return self

    @property
    def days(self) -> dict[dt.date, bool]:
        """Each named day: is it worked?"""
        return {day: day in self.work for day in (*self.rest, *self.work)}
