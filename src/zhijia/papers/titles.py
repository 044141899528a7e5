"""Breaking a title into lines: at word ends, as a trapezoid or a diamond, never a block or an hourglass.

GB/T 9704-2012 7.3.1 asks for lines that are complete in meaning; without a dictionary of all words the breaker knows
where a line may *not* break (inside numbers, names in quotes, set words) and prefers the joints titles are built of.
"""

import re
from itertools import combinations, pairwise

LINE_CHARACTERS = 20
_GLUED = re.compile(
    r"\d+年度?(?:第[一二三四]季度|[上下]半年|\d+月(?:\d+日)?)?|第[一二三四]季度|《[^》]*》|“[^”]*”|[A-Za-z0-9.%]+|"
    r"总工会|工会委员会|基层工会|联合工会|工会工委|县直工会|工委|工会|委员会|办公室|关于|情况|工作|重点|年度|季度|实施|开展|进一步|加强|集体协商|工资|"
    r"职工|会员|劳动|组织|建设|建会|任务|考核|结果|通报|通知|报告|请示|批复|会议|纪要|意见|决定|组建|换届|选举|"
    r"问题|方案|办法|活动|评选|表彰|先进|单位|个人|劳模|困难|帮扶|目标|完成|进度|清单|交办单|排名|到期|预警|县直"
)
_NOT_FIRST = set("的和与及、，。：；）》”〕％%")
_NOT_LAST = set("关于对向在将《“（〔第和与及")
_SHAPE_COST = 3.0


def glued_inside(title: str) -> set[int]:
    """Positions at which a break would cut a word or a number."""
    return {at for found in _GLUED.finditer(title) for at in range(found.start() + 1, found.end())}


def break_cost(title: str, at: int, inside: set[int]) -> float:
    """How bad a break before position `at` is; negative at the natural joints of a title."""
    before, after = title[at - 1], title[at]
    cost = 100.0 if at in inside else 0.0
    cost += 40.0 if after in _NOT_FIRST else 0.0
    cost += 30.0 if before in _NOT_LAST else 0.0
    ends_word = any(found.end() == at or found.start() == at for found in _GLUED.finditer(title))
    cost += 0.0 if ends_word else 6.0
    return cost - (2.5 if title[at : at + 2] == "关于" or before == "的" else 0.0)


def shape_cost(lengths: list[int]) -> float:
    """0 for a trapezoid or diamond; a block or an hourglass costs, and so do lines of very uneven length."""
    spread = max(lengths) - min(lengths)
    steps = [right - left for left, right in pairwise(lengths)]
    hourglass = any(left < 0 < right for left, right in pairwise(steps))
    block = spread == 0
    return (8.0 if block else 0.0) + (20.0 if hourglass else 0.0) + max(0, spread - 6) * 1.5 + spread * 0.1


def title_lines(title: str, room: int = LINE_CHARACTERS) -> tuple[str, ...]:
    """The lines of a title, `room` characters wide at most; line breaks in the text are kept as given."""
    if "\n" in title:
        return tuple(part.strip() for part in title.split("\n") if part.strip())
    if len(title) <= room - 2:
        return (title,)
    fewest = -(-len(title) // room)
    for count in (fewest, fewest + 1):
        best = best_split(title, count, room)
        if best is not None:
            return best
    return tuple(title[at : at + room] for at in range(0, len(title), room))


def best_split(title: str, count: int, room: int) -> tuple[str, ...] | None:
    """The cheapest way to break into `count` lines that fit; None if every way cuts a word."""
    inside = glued_inside(title)
    costs = {at: break_cost(title, at, inside) for at in range(2, len(title) - 1)}
    allowed = sorted(costs, key=lambda at: (costs[at], at))[:40]
    best: tuple[float, tuple[int, ...]] | None = None
    for cuts in combinations(sorted(allowed), count - 1):
        edges = (0, *cuts, len(title))
        lengths = [right - left for left, right in pairwise(edges)]
        if max(lengths) > room or min(lengths) < 3:
            continue
        cost = sum(costs[at] for at in cuts) + _SHAPE_COST * shape_cost(lengths)
        if best is None or (cost, cuts) < best:
            best = (cost, cuts)
    if best is None or any(costs[at] >= 100 for at in best[1]):
        return None
    edges = (0, *best[1], len(title))
    return tuple(title[left:right] for left, right in pairwise(edges))
