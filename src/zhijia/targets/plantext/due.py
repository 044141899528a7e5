"""Which date a target keeps: its own, the clause's before it, one that follows, else what the heading lends."""

import re
from dataclasses import dataclass
from datetime import date

from zhijia.targets.plantext.clauses import Bounds
from zhijia.targets.plantext.dates import DateMark

# These serve the whole sentence before them.
ALL_DONE = re.compile(r"(?:之前|以前|前)?(?:全部|全面|均|都)?(?:提前)?(?:完成|结束|办结|落实到位|完成到位|交卷)$")
BY_THEN = re.compile(
    r"完成|到位|实现|见效|落实|建成|达标|结束|[做办搞弄干发签走跑报赛建改装开评]完|[做办抓发签建落]好|搞定|办结|到岗|开业|启用|投用|投入使用"
    r"|挂牌|上线|交付|兑现|截稿|截止|[签办建完做发送赛]了|开[馆班工园]|全覆盖|见底|收官|到人|到户|到账|送达|[送发]出|送到|交卷|备案|报备|报送|报[县市省镇]"
)
# 6月底前全部建成 closes what was said; 一季度完成货运企业摸排 opens something of its own.
SHORT_CLOSE = 8
# “夏送清凉”物资5月底前到位 speaks of something of its own.
ONLY_LEADS = re.compile(
    r"[^,。;]{0,3}|(?:[并且都均也须应要必争取确保力务全部统一限集中时间于在到至计划安排预计拟最迟可要求保证上述以上各项任务工作一律一般分别预定整个体项目工程])*"
)
DEADLINE = re.compile(r"(?:完成|办结|办理)?(?:时限|时间|期限|节点)(?:为|是|要求)?:?$")
ALL_OF_IT = re.compile(
    r"(?:上述|以上|各项|各单位|所有|全部)?[^,。;]{0,6}(?:任务|工作|指标|目标)[^,。;]{0,6}(?:于|在|须|应)?[^,。;]{0,4}$"
    r"|除[^,。;]{1,8}外,?[^,。;]{0,4}(?:均|都|全部|一律)[^,。;]{0,4}$"
)
# 到6月底,完成全年任务的60%: 全年 says whose task it is, not until when.
OF_THE_YEAR = re.compile(r"(?:全年|年度|本年度|今年)的?[^,。;]{0,4}(?:任务|目标|计划|预算|指标)")
ITEM = re.compile(r"^(?:[①-⑳]|\(?\d{1,2}[.、)])")
EVERY = re.compile(r"每(?:年|季度?|月|半年|周|两月)")


@dataclass(frozen=True)
class Calendar:
    """The dates of one paragraph with its clause and sentence bounds and the places of its figures."""

    text: str
    marks: list[DateMark]
    clauses: Bounds
    sentences: Bounds
    figures: list[int]
    year: int

    def _lends(self, mark: DateMark) -> bool:
        """A date that is not over and that no bracket shuts off from what follows."""
        return mark.due is not None and mark.due.year >= self.year

    def due_at(self, start: int, end: int) -> tuple[date | None, str]:
        """The date for the figure at [start, end) and where it came from: own, after, lent, paragraph or none."""
        clause, clause_end = self.clauses.around(start, end)
        sentence, sentence_end = self.sentences.around(start, end)
        own = [mark for mark in self.marks if self._lends(mark) and clause <= mark.start < start]
        if own and OF_THE_YEAR.match(self.text, own[-1].start):
            finer = [mark for mark in [self._lent(sentence, clause), *own] if mark and mark.grain != "year"]
            own = finer or own
        if own:
            return own[-1].due, "year" if own[-1].grain == "year" else "own"
        bracket = next((mark for mark in self.marks if end < mark.start <= end + 2 and self.text[end] == "("), None)
        if bracket and self._lends(bracket):
            return bracket.due, "after"
        behind = self._behind(end, clause_end, sentence_end)
        if behind:
            return behind.due, "after"
        lent = self._lent(sentence, clause)
        if lent:
            return lent.due, "year" if lent.grain == "year" else "lent"
        year = next(
            (
                mark
                for mark in reversed(self.marks)
                if mark.end <= sentence and mark.grain == "year" and self._lends(mark) and self._leads(mark)
            ),
            None,
        )
        return (year.due, "paragraph") if year else (None, "none")

    def _behind(self, end: int, clause_end: int, sentence_end: int) -> DateMark | None:
        """A date in the same clause behind the figure, or a next clause that only says until when."""
        for mark in self.marks:
            if mark.start < end or mark.start >= sentence_end or not self._lends(mark):
                continue
            if mark.start < clause_end:
                return mark
            left, right = self.clauses.around(mark.start, mark.end)
            alone = not any(left <= figure < right for figure in self.figures)
            between = any(end <= figure < left for figure in self.figures)
            gap = self.text[clause_end:left]
            only_when = (
                right - mark.end <= SHORT_CLOSE
                and BY_THEN.search(self.text[mark.end : right])
                and ONLY_LEADS.fullmatch(self.text[left : mark.start])
            )
            says_when = only_when or DEADLINE.search(self.text[left : mark.start])
            serves_all = ALL_DONE.fullmatch(self.text[mark.end : right]) and self.text[right : right + 1] in (
                "。",
                ";",
                "",
            )
            return mark if alone and says_when and (serves_all or not between) and ";" not in gap else None
        return None

    def _lent(self, sentence: int, clause: int) -> DateMark | None:
        """The nearest date before in the sentence; over a semicolon only one that stood as an opening of its own."""
        whose: DateMark | None = None
        for mark in reversed(self.marks):
            if not self._lends(mark) or mark.end > clause or mark.start < sentence or self._shut(mark, clause):
                continue
            if ";" in self.text[mark.end : clause] and mark.grain != "year":
                continue
            if not OF_THE_YEAR.match(self.text, mark.start):
                return mark
            whose = whose or mark
        return whose

    def _shut(self, mark: DateMark, clause: int) -> bool:
        """A date in brackets that closed before the clause, unless the bracket itself leads (夏季行动(4-6月):…)."""
        closing = self.text.find(")", mark.end, clause)
        opening = self.text.rfind("(", max(0, mark.start - 20), mark.start)
        opened = opening > self.text.rfind(")", max(0, mark.start - 20), mark.start)
        return closing >= 0 and opening >= 0 and opened and not self._leads_from_bracket(opening, closing)

    def _leads_from_bracket(self, opening: int, closing: int) -> bool:
        """夏季行动(4-6月):…, 高温季节(7-8月)送清凉: the bracket dates the period that the words before it name."""
        named = re.search(
            r"(?:季节|(?<![\d一二三四五六七八九十])期间?|阶段|时期|行动|活动|[月季]|赛|练兵)$",
            self.text[max(0, opening - 4) : opening],
        )
        return self.text[closing + 1 : closing + 2] == ":" or bool(named)

    def _opens(self, mark: DateMark) -> bool:
        """6月底前,…: nothing but the date in its clause."""
        left, right = self.clauses.around(mark.start, mark.end)
        if self.text[left - 1 : left] == "(" and self.text[right + 1 : right + 2] != ":":
            return False
        rest = self.text[left : mark.start] + self.text[mark.end : right]
        closes = BY_THEN.search(rest) and self.text[right : right + 1] != ":"
        return (
            not closes
            and len(re.sub(r"[到至在于力争争取确保前期间之以]|份|时间段?|一[是要]|[二三四五六七八九][是要]", "", rest))
            <= 2
        )

    def _leads(self, mark: DateMark) -> bool:
        """Whether the date opens its sentence or its clause, where it speaks for the sentences that follow as well."""
        opening = self.text[self.sentences.around(mark.start, mark.end)[0] : mark.start]
        clause = self.clauses.around(mark.start, mark.end)[0]
        here = mark.given is None or mark.given == self.year
        return not re.search(r"[,;]", opening) or (here and mark.start - clause <= 1)

    def _ends_in_bracket(self, mark: DateMark) -> bool:
        """招聘会2场,提供岗位1500个(2月底): a bracket that ends the item and holds no figure dates the whole item."""
        opening = self.text.rfind("(", 0, mark.start)
        tail = self.text[mark.end :]
        return (
            opening > 0
            and bool(re.fullmatch(r"[^()]{0,12}\)[。;]?", tail))
            and ")" not in self.text[opening : mark.start]
            and not any(figure > opening for figure in self.figures)
            and not re.fullmatch(r"\([一二三四五六七八九十\d]+", self.text[opening : mark.start])
        )

    def for_all(self) -> date | None:
        """The date by which a sentence without figures wants everything done (除注明外均须于11月底前完成); None without one."""
        for mark in self.marks:
            left, right = self.clauses.around(mark.start, mark.end)
            if (
                mark.due
                and self._lends(mark)
                and not any(left <= figure < right for figure in self.figures)
                and ALL_OF_IT.search(self.text[left : mark.start])
                and BY_THEN.search(self.text[mark.end : right])
            ):
                return mark.due
        return None

    def closing(self) -> tuple[date, int | None] | None:
        """A date by which everything said before is due (上述任务于…前完成, 完成时限:…), and from where (None: everything before it); None without one.

        An item of a running list (③发展会员80名,完成时间为6月底) speaks for itself only.
        """
        for mark in reversed(self.marks):
            left, right = self.clauses.around(mark.start, mark.end)
            if mark.due and self._ends_in_bracket(mark):
                opening = self.text.rfind("(", 0, mark.start)
                if self.text[opening - 1] == "。":
                    # …30场。(责任部门:法律部;完成时限:11月底) speaks for the whole item.
                    return mark.due, 0
                return mark.due, 1 + max(self.text.rfind(stop, 0, opening) for stop in "。;、")
            if not mark.due or any(left <= figure < right for figure in self.figures):
                continue
            lead = self.text[max(0, left - 6) : mark.start]
            if DEADLINE.search(lead) or (
                ALL_OF_IT.search(self.text[left : mark.start]) and BY_THEN.search(self.text[mark.end : right])
            ):
                since = 1 + max(self.text.rfind(stop, 0, left) for stop in "。;")
                item = ITEM.match(self.text[since:left]) and any(since <= figure < left for figure in self.figures)
                return mark.due, since if item else None
        return None
