"""Which indicator a proposal probably means: shared character pairs of its subject and the indicators' names."""

from collections.abc import Mapping, Sequence

PERCENT_WORDS = ("率", "面", "比例", "度")
# A name with one of these is meant only where the subject says it too: 建制率 is not that of 新建会企业.
NARROWING = ("新建会", "单独建会", "行业", "农民工", "女职工", "专职", "本月", "突击月", "安全", "女会员", "当年")
# Things no indicator's name speaks of by halves: 新建工会驿站 founds no union, 职代会建制率 is no bargaining.
OTHER_THINGS = (
    "职代会",
    "教代会",
    "务公开",
    "驿站",
    "工作室",
    "书屋",
    "服务站",
    "主席",
    "干部",
    "工作者",
    "积极分子",
    "信息",
    "金额",
    "通知书",
    "服务卡",
    "贷款",
)


def suggest(subject: str, unit: str, names: Mapping[str, Sequence[str]]) -> list[tuple[str, float]]:
    """Indicator keys ranked by how well one of their names fits `subject`; scores 0..1, those at 0 left out.

    `names`: per key its title and aliases. The score is the share of the name's character pairs found in the
    subject and the reverse, averaged (Dice), a full name inside the subject counting as complete; a name that
    speaks of a rate beside a unit that is no per cent, or the reverse, loses a third; a name narrowed to some
    (新建会企业…) loses two thirds when the subject does not say so, and so does any name beside another thing
    (新建工会驿站).
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
    beside = any(word in subject and word not in name for word in OTHER_THINGS)
    return score * (2 / 3 if rate != (unit == "%") else 1) * (1 / 3 if narrower or beside else 1)


def _pairs(text: str) -> set[str]:
    letters = "".join(character for character in text if character.isalnum())
    return {letters[place : place + 2] for place in range(len(letters) - 1)}
