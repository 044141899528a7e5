"""Writing unions and workplaces: those of earlier years at the opening, those of this year when they were founded."""

import datetime as dt
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from zhijia.kit.period import add_months
from zhijia.orgs.actions import create_organisation
from zhijia.project.demo.books import Books
from zhijia.project.demo.days import COMMITTEES_SINCE, MONTHLY, OPENING, entered_in
from zhijia.project.demo.dice import stream
from zhijia.project.demo.founding import founded_this_year
from zhijia.project.demo.names import person
from zhijia.project.demo.numbers import Numbers
from zhijia.project.demo.places import FEDERATIONS, PLACES
from zhijia.project.demo.shapes import Draft, Firm
from zhijia.project.demo.temper import Temper
from zhijia.project.demo.tree import Tree
from zhijia.project.demo.union_papers import legal_until
from zhijia.registers.base.bulk import Row
from zhijia.registers.organising.actions import found_union
from zhijia.registers.organising.models import Employer

UNION, EMPLOYER = "organising.union", "organising.employer"


class Founder:
    """Writes the unions; `tempers` and `numbers` fill their papers."""

    def __init__(self, seed: int, tree: Tree, books: Books, tempers: dict[str, Temper], numbers: Numbers) -> None:
        """Everything a union's row is made of."""
        self.seed, self.tree, self.books, self.tempers, self.numbers = seed, tree, books, tempers, numbers

    def take_over(self, drafts: Sequence[Draft], unfounded: Sequence[tuple[str, Firm]]) -> None:
        """Unions of earlier years with their workplaces, and all workplaces still without one."""
        older = [draft for draft in drafts if not founded_this_year(draft.founded_on)]
        self.books.take_over(UNION, self._federations())
        self.books.take_over(UNION, map(self._row_of, older), _filler(older, "union"))
        firms = [firm for draft in drafts for firm in draft.firms] + [firm for _, firm in unfounded]
        self.books.take_over(EMPLOYER, self._employers(drafts, unfounded), _filler(firms, "row"))

    def found(self, draft: Draft) -> None:
        """A union of this year, entered by its committee in the month of its founding."""
        values = self._papers(draft, stream(self.seed, "papers", draft.number))
        draft.union = found_union(
            parent=self.tree.above(draft), kind=draft.kind, name=draft.name, short_name=draft.short,
            unit_kind=draft.unit_kind, founded_on=draft.founded_on, reply_no=values.pop("reply_no"),
            by=self.books.posts[draft.place.login], at=MONTHLY[entered_in(draft.founded_on)],
            employers=[firm.row for firm in draft.firms], more=values,
            term_ends=add_months(draft.founded_on, 36) - dt.timedelta(days=1),
        )  # fmt: skip
        for firm in draft.firms:
            firm.row = Employer.objects.select_related("organisation").get(pk=firm.row.pk)

    def _row_of(self, draft: Draft) -> dict[str, Any]:
        node = create_organisation(
            parent=self.tree.above(draft), kind=draft.kind, name=draft.name, short_name=draft.short,
            on=draft.founded_on, by=self.books.posts["organiser"], at=OPENING,
        )  # fmt: skip
        values = {
            "organisation": node, "code": node.code, "name": draft.name, "kind": draft.kind,
            "unit_kind": draft.unit_kind, "founded_on": draft.founded_on, "since": draft.founded_on,
        }  # fmt: skip
        return values | self._papers(draft, stream(self.seed, "papers", draft.number))

    def _papers(self, draft: Draft, rng: Random) -> dict[str, Any]:
        contact, _ = person(rng, rng.random() < 0.5)
        made = {
            "reply_no": f"射工复〔{draft.founded_on.year}〕{draft.number}号", "contact": contact,
            "contact_phone": self.numbers.phone(), "office_place": f"{draft.short}职工活动室",
            "has_own_account": draft.members >= 60,
            "requested_on": draft.founded_on - dt.timedelta(days=stream(self.seed, "request", draft.name).randint(18, 75)),
        }  # fmt: skip
        passed = stream(self.seed, "standard", draft.number)
        if not founded_this_year(draft.founded_on) and passed.random() < 0.72:
            made["standardised_on"] = draft.founded_on + dt.timedelta(days=passed.randint(60, 300))
        if legal_until(draft, self.tempers[draft.place.login], self.seed):
            made["uscc"] = self.numbers.credit_code(union=True)
        return made

    def _federations(self) -> Iterator[dict[str, Any]]:
        for _, kind, name in FEDERATIONS:
            node = self.tree.federations[name]
            yield {
                "organisation": node, "code": node.code, "name": name, "kind": kind, "unit_kind": "J",
                "founded_on": COMMITTEES_SINCE, "since": COMMITTEES_SINCE, "reply_no": f"射工复〔2001〕{node.pk}号",
            }  # fmt: skip

    def _employers(self, drafts: Sequence[Draft], unfounded: Sequence[tuple[str, Firm]]) -> Iterator[dict[str, Any]]:
        for draft in drafts:
            committee = self.tree.committees[draft.place.login]
            for firm in draft.firms:
                values = self._employer(firm)
                if draft.union is None:
                    yield {**values, "organisation": committee}
                else:
                    yield {
                        **values, "organisation": draft.union.organisation, "union": draft.union,
                        "unionised_on": draft.founded_on, "since": max(firm.since, draft.founded_on),
                    }  # fmt: skip
        for login, firm in unfounded:
            yield {**self._employer(firm), "organisation": self.tree.committees[login]}

    def _employer(self, firm: Firm) -> dict[str, Any]:
        rng = stream(self.seed, "employer", firm.name)
        boss, _ = person(rng, rng.random() < 0.2)
        return {
            "name": firm.name, "uscc": firm.uscc, "unit_kind": firm.unit_kind, "reg_type": firm.reg_type,
            "industry": firm.industry, "employees": firm.employees, "women": firm.women, "migrants": firm.migrants,
            "two_new": firm.two_new, "above_scale": firm.employees >= 120 and firm.unit_kind == "E",
            "has_party_org": firm.unit_kind in "IG" or rng.random() < 0.3, "operating_state": firm.state,
            "legal_rep": boss, "phone": self.numbers.phone(), "since": firm.since,
        }  # fmt: skip


def unfounded_of(seed: int, count: int) -> list[str]:
    """Which town each workplace without a union lies in: where there are many unions there are many without."""
    towns = [place for place in PLACES if place.is_town]
    rng = stream(seed, "unfounded")
    spread = [town.login for town in towns] + rng.choices(
        [town.login for town in towns], [town.weight for town in towns], k=max(0, count - len(towns))
    )
    return sorted(spread[:count], key=[town.login for town in towns].index)


def _filler(things: Sequence[Any], name: str) -> Any:
    """Hands each saved row to the thing it was made from, in the same order."""
    waiting = iter(things)

    def fill(rows: list[Row]) -> None:
        for row in rows:
            setattr(next(waiting), name, row.fact)

    return fill
