"""How this county words its papers: the lexicon file and the limits in force on a day."""

import datetime as dt

from django.conf import settings

from zhijia.papers.lexicon import Lexicon, load_lexicon
from zhijia.papers.wording import House, house_on
from zhijia.schemes.catalogue import catalogue


def house(on: dt.date) -> House:
    """The county's wording and limits on a day."""
    return house_on(lexicon(), catalogue().parameters, on)


def lexicon() -> Lexicon:
    """The lexicon file of this installation; the county's own replaces the shipped one."""
    found = [folder / "papers" / "lexicon.yaml" for folder in settings.CATALOGUE_FOLDERS]
    return load_lexicon(next(path for path in reversed(found) if path.exists()))
