"""The gate and the frame: who may enter in which post, in which language and size of type, and what a fault looks like."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import path, reverse

from tests.world import LONG_AGO, PASSWORD, TODAY, World
from zhijia.accounts.models import Post, User
from zhijia.kit.problem import Conflict
from zhijia.web.components.menu import menu_of
from zhijia.web.desk.gate import anybody, needs

Enter = Callable[[World, str], Client]

OWN_PAGES = ("desk", "feedback", "account_change_password", "mfa_index")


def signed(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("name", OWN_PAGES)
@pytest.mark.parametrize("key", ["chair", "office", "hede", "clerk", "shop"])
def test_every_page_says_where_one_is_and_what_it_is_for(world: World, enter: Enter, key: str, name: str) -> None:
    answer = enter(world, key).get(reverse(name))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert re.search(r'<h1 class="page-title">[^<]+</h1>', page)
    assert re.search(r'<p class="purpose">[^<]+</p>', page)
    for needed in ('class="skip" href="#page"', "海川县总工会", "投诉建议", "长辈版", "English", "2014-07-10"):
        assert needed in page


@pytest.mark.parametrize("address", ["/", "/feedback/", "/account/password/", "/posts/", "/posts/new/", "/nowhere/"])
def test_nothing_inline_and_a_policy_that_forbids_it(world: World, enter: Enter, address: str) -> None:
    answer = enter(world, "office").get(address)
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy and "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy and "form-action 'self'" in policy
    page = answer.content.decode()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", page)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_a_page_is_found_by_its_place_in_the_menu(world: World, enter: Enter) -> None:
    page = enter(world, "office").get("/posts/new/").content.decode()
    assert re.findall(r'aria-current="page">(?:<svg.*?</svg>)?<span>([^<]+)', page) == ["用户与岗位"]


def test_the_menu_offers_only_what_the_role_may_open(world: World, enter: Enter) -> None:
    for key in ("chair", "office", "organiser", "hede", "clerk", "shop"):
        client = enter(world, key)
        for _, entries in menu_of(world.post[key].role, "zh-hans"):
            assert {client.get(entry.url).status_code for entry in entries} == {200}, key


def test_a_visitor_is_shown_the_door(client: Client, world: World) -> None:
    answer = client.get("/posts/")
    assert answer.status_code == 302 and answer.url == "/account/login/?next=/posts/"


def test_somebody_without_a_post_sees_why_and_can_only_leave(world: World) -> None:
    client = signed(User.objects.create_user(username="nopost", password=PASSWORD, full_name="吴岗"))
    answer = client.get("/")
    assert answer.status_code == 403 and "您目前没有岗位" in answer.content.decode()
    assert "退出" in answer.content.decode() and 'id="menu"' not in answer.content.decode()
    assert client.get("/posts/").status_code == 403
    assert client.get(reverse("account_change_password")).status_code == 200


def test_a_post_counts_from_its_first_day_to_the_day_before_its_last(world: World) -> None:
    post = world.post["hede"]
    for since, until, status in (
        (TODAY, None, 200), (TODAY + dt.timedelta(days=1), None, 403), (LONG_AGO, TODAY, 403),
        (LONG_AGO, TODAY + dt.timedelta(days=1), 200),
    ):  # fmt: skip
        Post.objects.filter(pk=post.pk).update(since=since, until=until)
        assert signed(post.user).get("/").status_code == status


def test_one_works_in_the_post_one_chose(world: World, enter: Enter) -> None:
    second = Post.objects.create(
        user=world.post["hede"].user, role="union-chair", organisation=world.org["合德机械"], since=LONG_AGO
    )
    client = enter(world, "hede")
    assert "合德镇 工委主任" in client.get("/").content.decode()
    client.post(reverse("switch_post"), {"post": second.pk})
    assert "合德机械 基层工会主席" in client.get("/").content.decode()
    Post.objects.filter(pk=second.pk).update(until=TODAY)  # the chosen post ends: back to what is left
    assert "合德镇 工委主任" in client.get("/").content.decode()


@pytest.mark.parametrize("whose", ["chair", "siming", "nobody", "", "x"])
def test_nobody_can_choose_a_post_of_somebody_else(world: World, enter: Enter, whose: str) -> None:
    client = enter(world, "hede")
    number = world.post[whose].pk if whose in world.post else {"nobody": 10**9}.get(whose, whose)
    answer = client.post(reverse("switch_post"), {"post": number})
    assert answer.status_code == 403 and "您没有这个岗位" in answer.content.decode()
    assert client.get("/").context["post"].pk == world.post["hede"].pk


def test_a_post_kept_in_the_session_is_worth_nothing_when_it_is_not_ones_own(world: World, enter: Enter) -> None:
    client = enter(world, "hede")
    session = client.session
    session["post"] = world.post["chair"].pk
    session.save()
    assert client.get("/").context["post"].pk == world.post["hede"].pk


def test_the_language_is_kept_in_the_account(world: World, enter: Enter) -> None:
    client = enter(world, "hede")
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="en").wsgi_request.LANGUAGE_CODE == "zh-hans"
    answer = client.post(reverse("language"), {"language": "en", "next": "/feedback/"})
    assert answer.url == "/feedback/"
    assert '<html lang="en"' in signed(world.post["hede"].user).get("/").content.decode()
    assert '<html lang="zh-hans"' in signed(world.post["siming"].user).get("/").content.decode()


def test_a_language_the_house_does_not_speak_is_refused_with_those_it_does(client: Client, world: World) -> None:
    answer = client.post(reverse("language"), {"language": "tlh"})
    assert answer.status_code == 400 and "简体中文" in answer.content.decode()


def test_settings_never_lead_to_another_site(client: Client, world: World) -> None:
    for there in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        assert client.post(reverse("language"), {"language": "en", "next": there}).url == "/"


def test_large_print_is_kept_in_the_account_and_before_sign_in_in_the_browser(
    world: World, enter: Enter, client: Client
) -> None:
    visitor = Client()
    visitor.post(reverse("large_print"), {"large": "1", "next": "/account/login/"})
    assert 'class="large"' in visitor.get("/account/login/").content.decode()
    enter(world, "hede").post(reverse("large_print"), {"large": "1"})
    assert 'class="large"' in signed(world.post["hede"].user).get("/").content.decode()
    client.post(reverse("large_print"), {"large": "0"})
    assert 'class="large"' not in signed(world.post["hede"].user).get("/").content.decode()


def test_the_side_panel_gets_the_page_without_the_frame(world: World, enter: Enter) -> None:
    page = enter(world, "hede").get("/feedback/", HTTP_X_PANEL="1").content.decode()
    assert 'id="page"' in page and "投诉建议" in page
    assert "<html" not in page and 'id="menu"' not in page


def test_an_unknown_address_keeps_the_menu_and_tells_the_next_step(world: World, enter: Enter) -> None:
    answer = enter(world, "hede").get("/nowhere/")
    page = answer.content.decode()
    assert answer.status_code == 404 and "没有这一页" in page and 'id="menu"' in page
    assert 'id="menu"' not in Client().get("/nowhere/").content.decode()


def test_a_form_opened_too_long_ago_is_told_so(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.post["hede"].user, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post(reverse("large_print"), {"large": "1"})
    assert answer.status_code == 403 and "没有保存" in answer.content.decode()


def test_who_may_not_is_told_the_verb(world: World, enter: Enter) -> None:
    answer = enter(world, "hede").get("/posts/")
    assert answer.status_code == 403 and "管理用户与岗位" in answer.content.decode()


def _breaks(request: Any) -> None:
    raise RuntimeError("a secret of the house")


def _conflicts(request: Any) -> None:
    raise Conflict("别人已先改过，请刷新后再改。")


def _unmarked(request: Any) -> None:
    raise AssertionError("must never be entered")


urlpatterns = [
    path("breaks/", anybody(_breaks)), path("conflicts/", needs("desk.view")(_conflicts)), path("unmarked/", _unmarked),
]  # fmt: skip
handler403, handler500 = "zhijia.web.desk.errors.refused", "zhijia.web.desk.errors.broken"


@pytest.fixture
def faulty(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from zhijia.web import urls

    monkeypatch.setattr(urls, "urlpatterns", [*urls.urlpatterns, *urlpatterns])
    from django.urls import clear_url_caches

    settings.ROOT_URLCONF = "zhijia.web.urls"
    clear_url_caches()
    yield
    clear_url_caches()


def test_our_own_fault_is_a_page_without_its_inside(world: World, faulty: None, django_assert_num_queries: Any) -> None:
    client = Client(raise_request_exception=False)
    answer = client.get("/breaks/")
    page = answer.content.decode()
    assert answer.status_code == 500 and "没有保存" in page and "secret" not in page and "Traceback" not in page


def test_a_problem_raised_in_a_view_becomes_its_sentence(world: World, enter: Enter, faulty: None) -> None:
    client = enter(world, "hede")
    whole, piece = client.get("/conflicts/"), client.get("/conflicts/", HTTP_HX_REQUEST="true")
    assert (whole.status_code, piece.status_code) == (409, 409)
    assert "请刷新后再改" in whole.content.decode() and 'id="menu"' in whole.content.decode()
    assert "请刷新后再改" in piece.content.decode() and "<html" not in piece.content.decode()


def test_a_view_that_names_no_verb_is_never_entered(world: World, enter: Enter, faulty: None) -> None:
    assert enter(world, "chair").get("/unmarked/").status_code == 403


def test_the_frame_asks_for_session_person_and_posts_and_nothing_else(
    world: World, enter: Enter, django_assert_num_queries: Any
) -> None:
    client = enter(world, "hede")
    client.get("/feedback/")
    with django_assert_num_queries(3):
        client.get("/feedback/")
