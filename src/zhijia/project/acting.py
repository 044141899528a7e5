"""In whose name a command acts: it may do what that person's highest post of the day may do, no more."""

import datetime as dt

from zhijia.accounts.models import Post
from zhijia.kit.problem import NotFound, gettext_noop

NOBODY = gettext_noop("用户“%(name)s”不存在，或当天没有岗位；请用 --as 给出一个有岗位的用户名。")


def acting_post(username: str, on: dt.date) -> Post:
    """The highest post the user holds on the day; NotFound when there is none."""
    held = Post.objects.on(on).filter(user__username=username, user__is_active=True)
    found = held.select_related("organisation", "user").first()
    if found is None:
        raise NotFound(NOBODY, name=username)
    return found
