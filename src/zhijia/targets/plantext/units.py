"""The counting words of union plans, and how a value in each is written down.

名 and 位 are people (人); money is in 元; a per cent is the number before the sign.
"""

DURATIONS = ("个工作日", "工作日", "个小时", "小时", "分钟", "个月", "天", "日", "周", "年", "岁", "周岁")
LEARNING = ("个学时", "个课时", "学时", "课时")
PEOPLE = ("人次", "人", "名", "位")
POINTS = ("个百分点", "百分点")
ONLY_AFTER_DIGITS = ("分", "门", "点", "节", "口", "面", "日", "周", "层", "枚")
THINGS = (
    *("场次", "家次", "户次", "件次", "批次", "车次", "‰", "平方米", "公里", "千米"),
    *("个", "家", "户", "场", "次", "期", "项", "件", "条", "篇", "份", "支", "所", "处", "座", "间", "套", "本", "册"),
    *(
        "起",
        "例",
        "宗",
        "台",
        "辆",
        "班",
        "对",
        "节",
        "门",
        "枚",
        "幅",
        "部",
        "亩",
        "倍",
        "块",
        "张",
        "只",
        "批",
        "种",
        "类",
    ),
    *(
        "站",
        "片",
        "组",
        "轮",
        "分",
        "面",
        "盏",
        "吨",
        "档",
        "桩",
        "封",
        "幢",
        "栋",
        "头",
        "顶",
        "笔",
        "款",
        "首",
        "届",
        "队",
    ),
)
SPOKEN_AS = {"名": "人", "位": "人", "百分点": "个百分点", "个学时": "学时", "个课时": "课时", "个小时": "小时"}
COUNTED = tuple(sorted({*DURATIONS, *LEARNING, *PEOPLE, *POINTS, *THINGS}, key=len, reverse=True))
UNIT_PATTERN = "(?:" + "|".join(COUNTED) + ")"
PERCENT = "%"
# Counting words that may count the same things; any other word goes with itself only.
ALIKE = (("家", "个", "户", "所"), ("人", "人次"), ("次", "场", "场次", "期"), ("项", "条", "件", "个"))
MONEY = "元"


def unit_of(classifier: str) -> str:
    """The unit under which a target with this counting word is kept."""
    return SPOKEN_AS.get(classifier, classifier)


def counts_alike(one: str, other: str) -> bool:
    """Whether two units may count the same things (家 and 个 are both unions; 起 are never persons)."""
    return one == other or any(one in words and other in words for words in ALIKE)
