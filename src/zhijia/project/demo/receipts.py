"""What became of the orders: most signed for, one objected to, some reported on."""

import datetime as dt
from collections.abc import Sequence

from zhijia.project.demo.days import moment
from zhijia.project.demo.places import PLACES
from zhijia.project.demo.posts import Posts
from zhijia.project.demo.tree import Tree
from zhijia.targets.actions import decide_objection, give_feedback, object_to, sign_for
from zhijia.targets.models import Order

_SLOW = ("panwan", "changdang", "huaihaifarm", "post")
_OBJECTS = "xintan"
_REPORTS = {
    "hede": ("已召开动员会，任务分到村和园区。", ""),
    "port": ("港口企业排查完毕，两家正在筹备建会。", "部分企业总部在外地，协调较慢。"),
    "yangma": ("药材企业协商工作已布置。", ""),
}
_DAY = dt.timedelta(days=1)


def follow_up(orders: Sequence[Order], tree: Tree, posts: Posts) -> None:
    """Signatures within days, an objection answered, reports."""
    logins = {node.pk: login for login, node in tree.committees.items()}
    order_of = {place.login: at for at, place in enumerate(PLACES)}
    for order in orders:
        login = logins[order.organisation_id]
        if login in _SLOW or order.issued_on is None:
            continue
        day = order.issued_on + (1 + order_of[login] % 3) * _DAY
        signed = sign_for(order=order, by=posts[login], on=day, at=moment(day, 10))
        if login == _OBJECTS and order.issued_on.month == 1:
            _object(signed, posts, day)
        if login in _REPORTS:
            text, difficulty = _REPORTS[login]
            later = day + 20 * _DAY
            give_feedback(
                order=signed, text=text, difficulty=difficulty, expected=None, by=posts[login], at=moment(later)
            )


def _object(order: Order, posts: Posts, day: dt.date) -> None:
    target = order.targets.order_by("pk").first()
    if target is None:
        return
    made = object_to(
        order=order, target=target, reason="辖区两家企业正在搬迁，请酌情核减。", proposed=None, by=posts[_OBJECTS], on=day,
        at=moment(day, 15),
    )  # fmt: skip
    decide_objection(
        objection=made, accepted=False, answer="搬迁企业仍在辖区，任务不变，可在下半年完成。", value=None,
        by=posts["office"], at=moment(day + _DAY, 9),
    )  # fmt: skip
