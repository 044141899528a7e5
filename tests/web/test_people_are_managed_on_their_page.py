"""用户与岗位: an office finds people, gives accounts and posts, ends them, resets passwords; nobody else gets in."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World
from zhijia.accounts.models import Post, User

Enter = Callable[[World, str], Client]

LOGIN = "/account/login/"


def one_time_password(page: str) -> str:
    return re.search(r'id="one-time-password">([^<]+)<', page)[1]


@pytest.mark.parametrize("key", ["chair", "organiser", "hede", "clerk", "shop"])
def test_only_the_office_opens_these_pages(world: World, enter: Enter, key: str) -> None:
    client, someone = enter(world, key), world.post["siming"]
    for url in (reverse("posts"), reverse("new-person"), reverse("person", args=[someone.user_id])):
        assert client.get(url).status_code == 403
    for name, number in (("give-post", someone.user_id), ("reset-password", someone.user_id), ("end-post", someone.pk)):
        assert client.post(reverse(name, args=[number])).status_code == 403
    someone.refresh_from_db()
    assert someone.until is None and someone.user.check_password("open-sesame-2014")


def test_from_a_new_account_to_the_first_sign_in(world: World, enter: Enter) -> None:
    office = enter(world, "office")
    answer = office.post(reverse("new-person"), {"full_name": "薛华", "username": "xuehua"})
    password = one_time_password(answer.content.decode())
    assert "no-store" in answer.headers["Cache-Control"]
    user = User.objects.get(username="xuehua")
    person = reverse("person", args=[user.pk])
    assert password not in office.get(person).content.decode()  # shown once
    given = office.post(reverse("give-post", args=[user.pk]),
                        {"role": "committee-chair", "organisation": "四明镇", "since": "2014-07-10"})  # fmt: skip
    assert given.url == person
    newcomer = Client()
    assert newcomer.post(LOGIN, {"login": "xuehua", "password": password}).status_code == 302
    assert newcomer.get("/").url == reverse("account_change_password")


def test_people_are_searched_and_listed_with_the_posts_they_hold(world: World, enter: Enter) -> None:
    page = enter(world, "office").get(reverse("posts"), {"q": "合德"}).content.decode()
    assert "单国强" in page and "合德镇 工委主任" in page and "曾庆和" not in page
    nothing = enter(world, "office").get(reverse("posts"), {"q": "无此人"}).content.decode()
    assert "没有找到" in nothing and reverse("new-person") in nothing


def test_a_long_list_is_paged(world: World, enter: Enter) -> None:
    for number in range(40):
        User.objects.create(username=f"clerk{number:02d}", full_name=f"信息员{number:02d}")
    client = enter(world, "office")
    first, second = (client.get(reverse("posts"), {"page": page}).content.decode() for page in (1, 2))
    assert "第 1—25 条，共 49 条" in first and "第 26—49 条，共 49 条" in second
    assert client.get(reverse("posts"), {"page": "x"}).status_code == 200


@pytest.mark.parametrize(("typed", "kept"), [("(0515) 82345678", "051582345678"), ("0515-82345678", "0515-82345678")])
def test_the_office_telephone_goes_with_the_post(world: World, enter: Enter, typed: str, kept: str) -> None:
    """What the assignment order prints beside the contact; something else than a number is told so."""
    user, office = User.objects.create(username="xuehua", full_name="薛华"), enter(world, "office")
    address, wanted = reverse("give-post", args=[user.pk]), {"role": "committee-chair", "organisation": "四明镇"}
    wrong = office.post(address, {**wanted, "since": "2014-07-10", "telephone": "总机转三"})
    assert wrong.status_code == 400 and "不是电话号码" in wrong.content.decode()
    office.post(address, {**wanted, "since": "2014-07-10", "telephone": typed})
    assert Post.objects.get(user=user).telephone == kept
    assert kept in office.get(reverse("person", args=[user.pk])).content.decode()


@pytest.mark.parametrize(("typed", "told"), [
    ("无此会", "没有名为"), ("四明木业有限公司工会委员会", "不能设在"), ("合德", "请写全称"),
])  # fmt: skip
def test_a_post_that_cannot_be_given_is_told_why(world: World, enter: Enter, typed: str, told: str) -> None:
    user = User.objects.create(username="xuehua", full_name="薛华")
    answer = enter(world, "office").post(
        reverse("give-post", args=[user.pk]), {"role": "committee-chair", "organisation": typed, "since": "2014-07-10"}
    )
    assert answer.status_code == 400 and told in answer.content.decode()
    assert not Post.objects.filter(user=user).exists()


def test_a_name_that_is_taken_is_told_beside_the_form(world: World, enter: Enter) -> None:
    answer = enter(world, "office").post(reverse("new-person"), {"full_name": "薛华", "username": "hede"})
    assert answer.status_code == 400 and "已有人使用" in answer.content.decode()


def test_a_post_is_ended_from_a_day_on(world: World, enter: Enter) -> None:
    post, client = world.post["siming"], enter(world, "office")
    assert client.post(reverse("end-post", args=[post.pk]), {"on": "someday"}).status_code == 400
    assert client.post(reverse("end-post", args=[post.pk]), {"on": "2014-07-10"}).status_code == 302
    page = client.get(reverse("person", args=[post.user_id])).content.decode()
    assert "已结束" in page
    outsider = Client()
    outsider.force_login(post.user, backend="django.contrib.auth.backends.ModelBackend")
    assert outsider.get("/").status_code == 403


def test_a_reset_password_is_shown_once_and_ends_open_sessions(world: World, enter: Enter) -> None:
    user = world.post["hede"].user
    theirs = Client()
    theirs.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client = enter(world, "office")
    password = one_time_password(client.post(reverse("reset-password", args=[user.pk])).content.decode())
    assert theirs.get("/").status_code == 302
    assert Client().post(LOGIN, {"login": "hede", "password": password}).status_code == 302
    assert client.get(reverse("reset-password", args=[user.pk])).status_code == 405


def test_an_unknown_person_is_not_found(world: World, enter: Enter) -> None:
    assert enter(world, "office").get(reverse("person", args=[10**9])).status_code == 404
