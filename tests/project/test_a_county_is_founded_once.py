"""`zhijia init`: root, administrator with a password that works, and a second time is refused."""

import json

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory

from tests.project.terminal import run
from zhijia.accounts.models import Post, User
from zhijia.orgs.models import Organisation

FOUND = ("init", "--county", "海川县", "--division", "320924")


@pytest.mark.django_db
def test_an_empty_house_gets_its_root_and_its_administrator() -> None:
    """The printed password signs in; the post may give posts to others."""
    told = json.loads(run(*FOUND, "--admin", "office", "--json").out)
    assert told["county"] == "海川县总工会"
    assert Organisation.objects.get().code == told["code"] and told["code"].startswith("320924")
    user = authenticate(RequestFactory().post("/"), username="office", password=told["password"])
    assert user == User.objects.get()
    assert Post.objects.get(user=user).may("posts.edit", Organisation.objects.get())


@pytest.mark.django_db
def test_a_second_county_is_refused() -> None:
    """One sentence, exit 1, nothing written."""
    run(*FOUND)
    again = run("init", "--county", "河川县", "--division", "320925")
    assert again.code == 1
    assert "海川县总工会" in again.err and again.err.count("\n") == 1
    assert User.objects.count() == Organisation.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--county", "  ", "--division", "320924"), "县名"),
        (("--county", "海川县", "--division", "32"), "6位数字"),
        (("--county", "海川县", "--division", "320924", "--admin", "a b"), "用户名"),
    ],
)
def test_bad_words_leave_nothing_behind(words: tuple[str, ...], said: str) -> None:
    """A sentence says what is wrong."""
    ran = run("init", *words)
    assert ran.code == 1 and said in ran.err
    assert not User.objects.exists() and not Organisation.objects.exists()
