"""What the tests of money share: three different people, a fund with money, a batch up to any state."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from tests.world import LONG_AGO, NOW, TODAY, World
from zhijia.accounts.models import Post, User
from zhijia.ledger.actions import Account, add_payment, add_quota, advance_batch, draft_batch, open_fund
from zhijia.ledger.models import Batch, Fund, Payment

YUAN = 100
PEOPLE = (
    ("maker", "吴帮扶", "county-welfare"),
    ("checker", "郑财务", "county-finance"),
    ("audit", "钱经审", "county-auditor"),
)
STEPS = ("checked", "noticed", "approved", "sent")


@dataclass
class Till:
    """The county with its fund and the three who handle it."""

    world: World
    fund: Fund
    maker: Post
    checker: Post
    chair: Post

    def who(self, step: str) -> Post:
        """Whose step it is."""
        return {"checked": self.checker, "approved": self.chair, "sent": self.checker, "closed": self.checker}.get(
            step, self.maker
        )


def open_till(world: World, yuan: int = 10_000) -> Till:
    """A fund for study and medical aid with a quota for 2014."""
    posts = {}
    for key, name, role in PEOPLE:
        user = User.objects.create_user(username=key, password="x", full_name=name)
        posts[key] = world.post[key] = Post.objects.create(
            user=user, role=role, organisation=world.org["县总"], since=LONG_AGO
        )
    fund = open_fund(
        key="study-aid", title="金秋助学资金", source="4", kinds=["study", "medical", "warmth"], methods=["bank", "goods"],
        document="川财社〔2014〕8号", on=dt.date(2014, 1, 5), by=posts["checker"], at=NOW,
    )  # fmt: skip
    if yuan:
        add_quota(fund=fund, year=2014, amount_fen=yuan * YUAN, document="川财社〔2014〕8号", on=dt.date(2014, 1, 5),
                  by=posts["checker"], at=NOW)  # fmt: skip
    return Till(world, fund, posts["maker"], posts["checker"], world.post["chair"])


def sheet(till: Till, title: str = "助学第一批", **more: Any) -> Batch:
    """A drafted batch."""
    return draft_batch(
        fund=till.fund, year=2014, title=title, purpose="年度助学", on=TODAY, by=till.maker, at=NOW, **more
    )


def pay(till: Till, batch: Batch, member: int = 0, yuan: int = 1000, **more: Any) -> Payment:
    """One payment to a member's own account."""
    payee = till.world.members[member]
    values: dict[str, Any] = {
        "kind": "study", "purpose": "子女上大学", "by": till.maker, "at": NOW, "on": TODAY,
        "account": Account(f"62220000{payee.pk:08d}", payee.name, "县农商行"),
    }  # fmt: skip
    return add_payment(sheet=batch, payee=payee, amount_fen=yuan * YUAN, **{**values, **more})


def advance(till: Till, batch: Batch, *steps: str) -> Batch:
    """Take a batch through these steps, each by the right person; approval eight days after the notice began."""
    for step in steps:
        day = TODAY + dt.timedelta(days=8 if step in ("approved", "sent", "closed") else 0)
        advance_batch(sheet=batch, to=step, on=day, by=till.who(step), at=NOW)
    return batch
