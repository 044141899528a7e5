"""Sheets that come in from offices and go out to them: tolerant reading, strict writing.

Reading: `read_tables` finds the tables, `read_date`, `read_number` and the rest read their cells.
Writing: `write_table`, `write_template`, `write_errors`. Nothing written runs as a formula.
"""

from zhijia.kit.sheet.columns import Column, heading
from zhijia.kit.sheet.limits import Limits
from zhijia.kit.sheet.neutral import neutralise
from zhijia.kit.sheet.opening import open_sheets
from zhijia.kit.sheet.refusals import FileRefused
from zhijia.kit.sheet.tables import SheetRow, Table, read_tables
from zhijia.kit.sheet.template import write_template
from zhijia.kit.sheet.template_names import template_of
from zhijia.kit.sheet.values import (
    DateReading,
    NumberReading,
    read_date,
    read_number,
    read_percent,
    read_yes_no,
)
from zhijia.kit.sheet.writing import Frame, write_errors, write_table

__all__ = [
    "Column",
    "DateReading",
    "FileRefused",
    "Frame",
    "Limits",
    "NumberReading",
    "SheetRow",
    "Table",
    "heading",
    "neutralise",
    "open_sheets",
    "read_date",
    "read_number",
    "read_percent",
    "read_tables",
    "read_yes_no",
    "template_of",
    "write_errors",
    "write_table",
    "write_template",
]
