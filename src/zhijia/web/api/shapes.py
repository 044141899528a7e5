"""What the API answers with."""

import datetime as dt

from ninja import Schema


class Fault(Schema):
    """Why not, as one sentence."""

    error: str


class ColumnShape(Schema):
    """A column of a register; `codes` maps code to label where the column holds codes."""

    name: str
    label: str
    kind: str
    codes: dict[str, str] = {}


class RegisterShape(Schema):
    """A register the post may see."""

    key: str
    label: str
    purpose: str
    columns: list[ColumnShape]


class RowShape(Schema):
    """One record: values in words by column, personal numbers masked."""

    id: int
    organisation: int
    since: dt.date
    recorded_at: dt.datetime
    values: dict[str, str]


class RowsShape(Schema):
    """One page of a register's list."""

    key: str
    count: int
    page: int
    pages: int
    rows: list[RowShape]


class IndicatorShape(Schema):
    """What is counted, in one sentence."""

    key: str
    title: str
    unit: str
    definition: str
    better: str


class FigureShape(Schema):
    """A computed figure: numerator, denominator, exact value as a decimal with four places (null: no denominator)."""

    indicator: str
    title: str
    organisation: int
    as_of: dt.date
    top: int
    bottom: int | None
    value: str | None
    unit: str
    passport: str
