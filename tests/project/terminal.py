"""A command as a person runs it: what it prints, what it complains of, how it ends."""

from io import StringIO
from typing import NamedTuple

from django.core.management import call_command


class Ran(NamedTuple):
    """Exit code and the two streams."""

    code: int
    out: str
    err: str


def run(*words: str) -> Ran:
    """`zhijia WORDS...` inside the test's database."""
    out, err = StringIO(), StringIO()
    try:
        call_command(*words, stdout=out, stderr=err)
    except SystemExit as ended:
        return Ran(int(ended.code or 0), out.getvalue(), err.getvalue())
    return Ran(0, out.getvalue(), err.getvalue())
