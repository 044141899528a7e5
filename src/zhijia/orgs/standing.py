"""Where organisations stood: the tree as of a past day and as known at a past moment, read from the placements.

Today's paths hold for every day since the last move. For an earlier day, or an earlier knowledge, those that moved and
all below them get the path they had then, so that their figures are added where they hung.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, Q

from zhijia.kit.tree import STEP, child_path, is_within, parent_of
from zhijia.orgs.models import Organisation, Placement

Moment = tuple[dt.date, dt.datetime | None]
# The first sign of a step that no path of today has, so that old places never meet new ones.
THEN = "~"


@dataclass(frozen=True)
class Tree:
    """Paths by number of organisation: as they were then, and today's."""

    then: Mapping[int, str]
    today: Mapping[int, str]

    def below(self, place: int) -> Mapping[int, str]:
        """The organisation and all that hung below it then."""
        top = self.then[place]
        return {number: path for number, path in self.then.items() if is_within(path, top)}

    def came(self, place: int) -> set[int]:
        """Those below it then that hang elsewhere today."""
        return set(self.below(place)) - self._below_today(place)

    def left_out(self, place: int) -> set[int]:
        """Those below it today that hung elsewhere then."""
        return self._below_today(place) - set(self.below(place))

    def _below_today(self, place: int) -> set[int]:
        top = self.today[place]
        return {number for number, path in self.today.items() if is_within(path, top)}


def trees_of(moments: Collection[Moment]) -> dict[Moment, Tree]:
    """The tree at each of these moments at which it was not today's; one query as long as nothing has moved since."""
    moved = _moves_after(moments)
    if not moved:
        return {}
    today = dict(Organisation.objects.values_list("pk", "path"))
    numbers = {path: number for number, path in today.items()}
    found = {}
    for moment in moments:
        parents = {number: _parent_at(steps, *moment) for number, steps in moved.items()}
        other = {number: parent for number, parent in parents.items()
                 if parent is not None and number in today and numbers.get(parent_of(today[number])) != parent}  # fmt: skip
        if other:
            found[moment] = Tree(_paths(today, numbers, other), today)
    return found


def _moves_after(moments: Iterable[Moment]) -> dict[int, list[Placement]]:
    """All placements of every organisation that was moved after the earliest day, or whose move was learnt later."""
    days, knowledge = [day for day, _ in moments], [known for _, known in moments if known is not None]
    later = Q(since__gt=min(days))
    if knowledge:
        later |= Q(recorded_at__gt=min(knowledge))
    moves = Placement.objects.filter(later, since__gt=F("organisation__valid_from"))
    rows = Placement.objects.filter(organisation__in=moves.order_by().values("organisation"))
    steps: dict[int, list[Placement]] = defaultdict(list)
    for row in rows:
        steps[row.organisation_id].append(row)
    return steps


def _parent_at(steps: Sequence[Placement], day: dt.date, known_at: dt.datetime | None) -> int | None:
    """Under which parent an organisation hung; its first place stands for the days before the book begins."""
    known = [step for step in steps if known_at is None or step.recorded_at is None or step.recorded_at <= known_at]
    held = [step for step in known or steps[:1] if step.since <= day] or steps[:1]
    return held[-1].parent_id


def _paths(today: Mapping[int, str], numbers: Mapping[str, int], parents: Mapping[int, int]) -> dict[int, str]:
    """Everybody's path when these few hung under other parents."""
    made: dict[int, str] = {}
    own = {number: THEN + child_path("", at)[-STEP + 1 :] for at, number in enumerate(sorted(parents), start=1)}

    def path_of(number: int) -> str:
        if number not in made:
            if number in parents:
                made[number] = path_of(parents[number]) + own[number]
            else:
                above = numbers.get(parent_of(today[number]))
                made[number] = (path_of(above) if above is not None else "") + today[number][-STEP:]
        return made[number]

    for number in today:
        path_of(number)
    return made
