"""Accounts and posts: given by whoever manages them, at the right level, from day to day, each written in the journal."""

import datetime as dt
import random
from typing import Any

import pytest

from tests.world import NOW, TODAY, World
from zhijia.accounts.actions import create_user, end_post, give_post, reset_password
from zhijia.accounts.models import Post, User
from zhijia.accounts.passwords import one_time_password
from zhijia.accounts.queries import managed_users, people_for, person_for, posts_of
from zhijia.journal.models import Entry
from zhijia.journal.queries import sentence_of
from zhijia.kit.problem import Conflict, NotFound, Problem, Refused


def add(world: World, by: str = "office", **more: Any) -> tuple[User, str]:
    values = {"username": "xuehua", "full_name": "薛华", **more}
    return create_user(**values, by=world.post[by], at=NOW, rng=random.Random(1))


def give(world: World, user: User, by: str = "office", **more: Any) -> Post:
    values = {"role": "committee-chair", "organisation": world.org["四明镇"], "since": TODAY, **more}
    return give_post(user=user, **values, by=world.post[by], at=NOW)


def test_a_new_account_has_a_password_that_works_once_and_is_kept_nowhere(world: World) -> None:
    user, password = add(world)
    assert user.check_password(password) and user.password_given
    assert password not in str(list(Entry.objects.values()))
    assert [sentence_of(entry) for entry in Entry.objects.all()] == ["新增用户薛华"]


def test_one_time_passwords_have_no_letters_that_look_alike() -> None:
    drawn = {one_time_password(random.Random(seed)) for seed in range(200)}
    assert len(drawn) == 200
    assert not set("".join(drawn)) & set("0O1lI")


@pytest.mark.parametrize("login", ["", "  ", "薛华", "a", "a b", "<script>", "x" * 41])
def test_a_name_nobody_can_sign_in_with_is_refused(world: World, login: str) -> None:
    with pytest.raises(Problem, match="用户名"):
        add(world, username=login)
    assert not User.objects.filter(full_name="薛华").exists()


def test_a_name_is_taken_whatever_its_letters(world: World) -> None:
    with pytest.raises(Conflict, match="已有人使用"):
        add(world, username="HEDE")


@pytest.mark.parametrize("by", ["chair", "organiser", "hede", "clerk"])
def test_only_those_who_manage_posts_give_accounts(world: World, by: str) -> None:
    with pytest.raises(Refused, match="管理用户与岗位"):
        add(world, by=by)


def test_a_post_begins_and_ends_on_its_days(world: World) -> None:
    user, _ = add(world)
    post = give(world, user, since=dt.date(2014, 8, 1))
    end_post(post=post, on=dt.date(2014, 10, 1), by=world.post["office"], at=NOW)
    held = [bool(posts_of(user, day)) for day in (dt.date(2014, 7, 31), dt.date(2014, 8, 1), dt.date(2014, 9, 30),
                                                  dt.date(2014, 10, 1))]  # fmt: skip
    assert held == [False, True, True, False]
    told = [sentence_of(entry) for entry in Entry.objects.order_by("id")][1:]
    assert told == ["授予薛华“工委主任”岗位（四明镇）", "结束薛华的“工委主任”岗位（四明镇）"]


@pytest.mark.parametrize(("role", "place"), [
    ("county-chair", "四明镇"), ("committee-chair", "县总"), ("committee-chair", "合德纺织"), ("union-clerk", "合德镇"),
])  # fmt: skip
def test_a_role_is_held_only_at_its_level(world: World, role: str, place: str) -> None:
    user, _ = add(world)
    with pytest.raises(Problem, match="岗位不能设在"):
        give(world, user, role=role, organisation=world.org[place])


def test_the_same_post_is_not_given_twice_at_a_time(world: World) -> None:
    user, _ = add(world)
    give(world, user, since=dt.date(2014, 1, 1), until=dt.date(2014, 3, 1))
    with pytest.raises(Conflict, match="重叠"):
        give(world, user, since=dt.date(2014, 2, 1))
    assert give(world, user, since=dt.date(2014, 3, 1)).pk


def test_dates_the_wrong_way_round_are_refused(world: World) -> None:
    user, _ = add(world)
    with pytest.raises(Problem, match="应晚于"):
        give(world, user, until=TODAY)
    post = give(world, user)
    with pytest.raises(Problem, match="应晚于"):
        end_post(post=post, on=TODAY, by=world.post["office"], at=NOW)


def test_an_organisation_that_does_not_exist_that_day_has_no_posts(world: World) -> None:
    user, _ = add(world)
    with pytest.raises(Problem, match="不存在"):
        give(world, user, since=dt.date(2009, 1, 1))


def test_a_post_ended_already_is_not_ended_again_and_nobody_ends_their_own(world: World) -> None:
    office, post = world.post["office"], world.post["siming"]
    end_post(post=post, on=TODAY, by=office, at=NOW)
    with pytest.raises(Conflict, match="已于2014-07-10结束"):
        end_post(post=post, on=TODAY + dt.timedelta(days=1), by=office, at=NOW)
    with pytest.raises(Refused, match="正在使用"):
        end_post(post=office, on=TODAY, by=office, at=NOW)


def test_a_reset_password_ends_the_old_one(world: World) -> None:
    user = world.post["hede"].user
    password = reset_password(user=user, by=world.post["office"], at=NOW, rng=random.Random(2))
    user.refresh_from_db()
    assert user.check_password(password) and user.password_given
    with pytest.raises(Refused):
        reset_password(user=user, by=world.post["siming"], at=NOW, rng=random.Random(2))


def test_people_are_found_by_name_sign_in_name_and_organisation(world: World) -> None:
    office = world.post["office"]
    assert [user.username for user in people_for(office, "单国强")] == ["hede"]
    assert [user.username for user in people_for(office, "sim")] == ["siming"]
    assert {user.username for user in people_for(office, "合德")} == {"hede", "clerk", "shop"}
    assert people_for(office).count() == 9


def test_a_post_below_manages_nobody_outside_its_subtree(world: World) -> None:
    town = world.post["hede"]
    assert {user.username for user in managed_users(town)} == {"hede", "clerk", "shop"}
    Post.objects.create(
        user=world.post["clerk"].user, role="union-clerk", organisation=world.org["四明木业"], since=TODAY
    )
    assert {user.username for user in managed_users(town)} == {"hede", "shop"}
    with pytest.raises(NotFound):
        person_for(town, world.post["siming"].user.pk)
