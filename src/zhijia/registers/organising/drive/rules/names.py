"""When two names may mean one workplace: the parts that every office writes in its own way are left out.

Equal keys make a candidate for a person to look at, never a decision.
"""

import re

from zhijia.kit.text.fold import fold

_PLACE = re.compile(r"^(?:[\u4e00-\u9fff]{2,3}?(?:省|市|县|区|镇|乡)){1,3}")
_FORM = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|分公司|公司|工厂|厂|商行|经营部)$")
_SIGNS = re.compile(r"[\W_]+")
_KIND = re.compile(r"(?:镇|乡|县|农场|经济区|开发区|区)$")
LEAST = 2


def place_stem(short: str) -> str:
    """合德 for 合德镇: how the names of a place's firms begin; '' for names too short to tell."""
    stem = _KIND.sub("", fold(short))
    return stem if len(stem) >= LEAST else ""


def name_key(name: str, places: tuple[str, ...] = ()) -> str:
    """The distinguishing core of a name; '' when too little is left to compare.

    `places`: names of the county and its towns as they stand at the front of firms' names.
    """
    core = _SIGNS.sub("", fold(name))
    core = _PLACE.sub("", core)
    for place in sorted(places, key=len, reverse=True):
        if place and core.startswith(place) and len(core) - len(place) >= LEAST:
            core = core[len(place) :]
            break
    short = _FORM.sub("", core)
    core = short if len(short) >= LEAST else core
    return core if len(core) >= LEAST else ""
