"""The member's first page: where the membership stands, what waits for a word, and the way to everything else."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from zhijia.accounts.actions.codes import set_member_password
from zhijia.cases.queries.public import notices_near
from zhijia.ledger.queries.own import own_payments
from zhijia.registers.base.show import code_label
from zhijia.registers.organising.joining import papers_of
from zhijia.registers.organising.own import answer_due, own_rows, story_of, what_would_help
from zhijia.web.member.gate import MemberRequest, own

STATES = "member-state"


@own
def home(request: MemberRequest) -> HttpResponse:
    """Each own membership in plain words, and payments that wait for a word."""
    rows = own_rows(request.member)
    cards = [
        {
            "row": row, "state": code_label(STATES, row.state), "due": answer_due(row), "papers": papers_of(row),
            "story": [(one, code_label(STATES, one.state)) for one in story_of(row)],
            "helps": what_would_help(row, request.today),
        }
        for row in rows
    ]  # fmt: skip
    waiting = [one for one in own_payments(rows) if one.state == "paid" and one.said != "received"]
    may_apply = all(row.state not in ("APPLIED", "ACTIVE", "TRANSFER_OUT", "RETAINED") for row in rows)
    context = {"cards": cards, "waiting": waiting, "may_apply": may_apply}
    return render(request, "member/home.html", context)


@own
def notices(request: MemberRequest) -> HttpResponse:
    """Open notices of one's own union and of those above it; objecting is on the notice's own page."""
    paths = {str(row.organisation.path) for row in own_rows(request.member)}
    return render(request, "member/notices.html", {"notices": notices_near(paths, request.today)})


@own
def password(request: MemberRequest) -> HttpResponse:
    """A password of one's own, for the days without a signal."""
    form = SetPasswordForm(request.member.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        set_member_password(user=request.member.user, password=form.cleaned_data["new_password1"])
        update_session_auth_hash(request, request.member.user)
        messages.success(request, gettext("密码已设好，下次可以用手机号码和密码登录。"))
        return redirect("my")
    return render(request, "member/password.html", {"form": form}, status=422 if form.is_bound else 200)
