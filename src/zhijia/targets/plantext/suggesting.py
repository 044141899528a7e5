"""Which indicator a proposal probably means: shared character pairs of its subject and the indicators' names."""

from collections.abc import Mapping, Sequence

PERCENT_WORDS = ("率", "面", "比例", "度")
NARROWING = ("新建会", "单独建会")


def suggest(subject: str, unit: str, names: Mapping[str, Sequence[str]]) -> list[tuple[str, float]]:
    """Indicator keys ranked by how well one of their names fits `subject`; scores 0..1, those at 0 left out.

    `names`: per key its title and aliases. The score is the share of the name's character pairs found in the
    subject and the reverse, averaged (Dice), a full name inside the subject counting as complete; a name that
    speaks of a rate beside a unit that is no per cent, or the reverse, loses a third, and so does a name
    narrowed to some employers (新建会企业…) when the subject does not say so.
    """
    ranked = [
        (key, round(max((_fit(subject, unit, name) for name in titles), default=0.0), 3))
        for key, titles in names.items()
    ]
    return sorted((pair for pair in ranked if pair[1] > 0), key=lambda pair: (-pair[1], pair[0]))


def _fit(subject: str, unit: str, name: str) -> float:
    ours, theirs = _pairs(subject), _pairs(name)
    if not ours or not theirs:
        return 0.0
    shared = len(ours & theirs)
    score = 2 * shared / (len(ours) + len(theirs))
    if name in subject:
        score = max(score, 0.8 + 0.2 * len(name) / len(subject))
    rate = name.endswith(PERCENT_WORDS)
    narrower = any(word in name and word not in subject for word in NARROWING)
    return score * (2 / 3 if rate != (unit == "%") else 1) * (2 / 3 if narrower else 1)


def _pairs(text: str) -> set[str]:
    letters = "".join(character for character in text if character.isalnum())
    return {letters[place : place + 2] for place in range(len(letters) - 1)}
