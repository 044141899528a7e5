"""The gate of the members' pages: nobody passes who is not signed in as a member; officers use their desks."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse

from zhijia.accounts.member_accounts import MemberAccount
from zhijia.kit.problem import Problem, Refused, gettext_noop
from zhijia.web.desk.gate import DeskRequest, problem_page, signed_in

View = Callable[..., HttpResponse]
NOT_A_MEMBER = gettext_noop("这是会员本人的页面，请用会员的手机号码登录。")
DOOR = "/my/enter/"


class MemberRequest(DeskRequest):
    """A request of a member."""

    member: MemberAccount


def own(view: View) -> View:
    """Mark a view for members alone; a signed-out visitor is led to the members' own door."""

    @wraps(view)
    def opened(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        account = getattr(request.user, "member", None)
        if account is None:
            return problem_page(request, Refused(NOT_A_MEMBER))
        request.member = account
        try:
            answer = view(request, *args, **kwargs)
        except Problem as problem:
            answer = problem_page(request, problem)
        answer["Cache-Control"] = "private, no-store"
        return answer

    opened.login_url = DOOR  # type: ignore[attr-defined]
    return signed_in(opened)
