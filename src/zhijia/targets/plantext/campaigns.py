"""集中行动期间: a period named once with its months and taken up later by its name."""

import re
from datetime import date

from zhijia.targets.plantext.dates import DateMark

NAMED = re.compile(r"(?:行动|活动|突击月?|攻坚|竞赛月?|会战|宣传月)期间")
PERIOD = re.compile(r"月.*(?:-|至|到).*[月日]|月.*(?:-|至|到)|(?:-|至|到).*[月日]")


def with_campaign(marks: list[DateMark], text: str, end: date | None) -> list[DateMark]:
    """The paragraph's dates with each later naming of the period dated by its end; unchanged when none was announced."""
    if end is None:
        return marks
    named = [DateMark(match.start(), match.end(), end, "month", None) for match in NAMED.finditer(text)]
    return sorted([*marks, *named], key=lambda mark: mark.start)
