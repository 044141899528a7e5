"""What falls due (到期事项): each part of the house offers its own, worked out from its facts and the deadline engine.

Nothing is stored as a to-do. The desk, the work calendar and its feed all read from here, so they cannot differ.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from zhijia.accounts.models import Post
from zhijia.kit.deadlines import Deadline, State, Warn
from zhijia.kit.problem import Problem
from zhijia.orgs.models import Organisation
from zhijia.registers.base.register import Label
from zhijia.schemes.deadlines import warning

PRESSING = (State.NEAR, State.DUE, State.OVERDUE)


@dataclass(frozen=True)
class Due:
    """One thing with a last day. `what` holds nothing personal, for it leaves the house in feeds; `named` may.

    `rule` and `source` are the words of the rule and its paper; `subject` and `number` name the page where it is
    done, in the journal's words (a register's key, targets.order ...).
    """

    kind: str
    what: str
    organisation: Organisation
    deadline: Deadline
    state: State
    subject: str
    number: int
    rule: str = ""
    source: str = ""
    named: str = ""
    tag: str = ""

    @property
    def key(self) -> str:
        """The same thing has the same key on every day; `tag` tells apart what one page holds several of."""
        return "-".join(part for part in (self.kind, str(self.number), self.tag) if part)

    @property
    def due(self) -> dt.date:
        """The last day."""
        return self.deadline.due


@dataclass(frozen=True)
class Asked:
    """Whose dues, on which day, up to which last day (None: only those that are near, due or overdue).

    `path` narrows to a part of the post's tree; `most` ends each kind after so many.
    """

    post: Post
    on: dt.date
    until: dt.date | None = None
    most: int | None = None
    path: str = ""

    @property
    def within(self) -> str:
        """The part of the tree that is looked at; never more than the post may see."""
        return self.path if self.path.startswith(self.post.path) else self.post.path

    def horizon(self, warn: Warn) -> dt.date:
        """The latest last day that is asked for, under a rule with this warning."""
        return self.until if self.until is not None else self.on + dt.timedelta(days=warn.days)


@dataclass(frozen=True)
class DueKind:
    """One kind of due: the verb a post needs, and who works them out, the most urgent first."""

    key: str
    label: Label
    verb: str
    find: Callable[[Asked], Iterable[Due]]


@dataclass
class Dues:
    """What was found, by last day, and the sentences of those kinds that could not be worked out."""

    found: list[Due] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)


_KINDS: dict[str, DueKind] = {}


def announce_due(kind: DueKind) -> DueKind:
    """Make a kind known; two of one key are a programming fault."""
    if kind.key in _KINDS:
        raise ValueError(f"due {kind.key} announced twice")
    _KINDS[kind.key] = kind
    return kind


def due_kinds(post: Post) -> Sequence[DueKind]:
    """The kinds a post may see, in order of announcement."""
    return tuple(kind for kind in _KINDS.values() if post.may(kind.verb))


def dues_for(asked: Asked, kind: str = "", without: Sequence[str] = ()) -> Dues:
    """Everything unfinished that falls due, of one kind or `without` some; a kind that cannot be worked out says so
    and leaves the others alone."""
    dues = Dues()
    for each in due_kinds(asked.post):
        if each.key in without or (kind and each.key != kind):
            continue
        try:
            dues.found += islice(_wanted(each, asked), asked.most)
        except Problem as problem:
            dues.faults.append(problem)
    dues.found.sort(key=lambda due: (due.due, due.kind, due.number))
    return dues


def _wanted(kind: DueKind, asked: Asked) -> Iterable[Due]:
    for due in kind.find(asked):
        if due.state in PRESSING if asked.until is None else due.due <= asked.until:
            yield due


def state_on(deadline: Deadline, asked: Asked, warn: Warn | None = None) -> State:
    """The state of an unfinished thing, with the county's usual warning unless the rule has its own."""
    return deadline.state(asked.on, warn or warning(asked.on))
