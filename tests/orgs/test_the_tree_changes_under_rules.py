"""Setting up, changing, moving, merging, splitting and closing organisations."""

import datetime as dt

import pytest

from tests.world import LONG_AGO, NOW, TODAY, World
from zhijia.journal.models import Entry
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.orgs.actions import (
    change_organisation,
    close_organisation,
    create_county,
    create_organisation,
    merge_organisations,
    move_organisation,
    split_organisation,
)
from zhijia.orgs.models import Organisation, Placement, Succession


def tree() -> list[tuple[str, str]]:
    return sorted(Organisation.objects.values_list("path", "name"))


def set_up(world: World, parent: str, kind: str, name: str, **more: object) -> Organisation:
    return create_organisation(
        parent=world.org[parent], kind=kind, name=name, on=TODAY, by=world.post["organiser"], at=NOW, **more
    )


def test_a_new_union_gets_the_next_code_its_place_and_a_journal_line(world: World) -> None:
    node = set_up(world, "合德镇", "40", "合德面粉有限公司工会委员会", short_name="合德面粉")
    assert node.code == "3209244000006"
    assert node.path.startswith(world.org["合德镇"].path) and node.depth == 3
    assert "hdmf" in node.search
    assert Placement.objects.get(organisation=node).parent == world.org["合德镇"]
    assert Entry.objects.get(kind="org.created").actor.startswith("周立新")


def test_committees_fall_into_their_ranking_group(world: World) -> None:
    assert set_up(world, "县总", "20", "千秋镇工会工作委员会").group == "镇区组"
    assert set_up(world, "县总", "24", "县卫生系统工会").group == "县直组"
    assert set_up(world, "合德镇", "31", "合德纺织行业工会联合会").group == ""


@pytest.mark.parametrize(
    ("parent", "kind", "words"),
    [
        ("县总", "40", "基层工会委员会不能设在县总工会之下，只能设在：镇区工会工作委员会"),
        ("合德镇", "20", "镇区工会工作委员会不能设在镇区工会工作委员会之下，只能设在：县总工会"),
        ("合德纺织", "41", "联合基层工会不能设在基层工会委员会之下"),
        ("合德镇", "10", "县总工会是最上一级"),
    ],
)
def test_a_kind_hangs_only_where_the_code_list_allows(world: World, parent: str, kind: str, words: str) -> None:
    before = tree()
    with pytest.raises(Problem) as refusal:
        set_up(world, parent, kind, "某某工会")
    assert words in str(refusal.value)
    assert tree() == before


def test_two_children_of_one_parent_do_not_share_a_name(world: World) -> None:
    with pytest.raises(Conflict, match="已有"):
        set_up(world, "合德镇", "40", "合德纺织有限公司工会委员会")
    with pytest.raises(Problem, match="请填写组织名称"):
        set_up(world, "合德镇", "40", " ")


def test_only_who_may_edit_the_tree_edits_it(world: World) -> None:
    for key in ("hede", "siming", "clerk", "chair"):
        with pytest.raises(Refused):
            move_organisation(
                organisation=world.org["合德纺织"], parent=world.org["四明镇"], on=TODAY, by=world.post[key], at=NOW
            )


def test_a_move_is_remembered_with_its_days(world: World) -> None:
    park = create_organisation(
        parent=world.org["合德镇"], kind="32", name="合德园区工会联合会", on=dt.date(2013, 1, 1), by=None, at=NOW
    )
    shop = move_organisation(
        organisation=world.org["合德商贸"], parent=park, on=dt.date(2014, 3, 1), by=world.post["organiser"], at=NOW
    )
    shop = move_organisation(
        organisation=shop, parent=world.org["四明镇"], on=TODAY, by=world.post["organiser"], at=NOW
    )
    assert Organisation.objects.get_parent(shop) == world.org["四明镇"]
    kept = [(place.parent.name, place.since, place.until) for place in shop.placements.all()]
    assert kept == [
        ("合德镇工会工作委员会", LONG_AGO, dt.date(2014, 3, 1)),
        ("合德园区工会联合会", dt.date(2014, 3, 1), TODAY),
        ("四明镇工会工作委员会", TODAY, None),
    ]


def test_paths_of_the_whole_subtree_follow_a_move(world: World) -> None:
    federation = create_organisation(
        parent=world.org["合德镇"], kind="32", name="合德园区工会联合会", on=dt.date(2013, 1, 1), by=None, at=NOW
    )
    move_organisation(organisation=world.org["合德纺织"], parent=federation, on=TODAY, by=None, at=NOW)
    moved = move_organisation(organisation=federation, parent=world.org["四明镇"], on=TODAY, by=None, at=NOW)
    textile = Organisation.objects.get(pk=world.org["合德纺织"].pk)
    assert textile.path.startswith(moved.path) and moved.path.startswith(world.org["四明镇"].path)
    assert not any(Organisation.objects.find_problems())


def test_a_move_below_itself_is_one_sentence_and_changes_nothing(world: World) -> None:
    first = create_organisation(
        parent=world.org["合德纺织"], kind="50", name="一车间分会", on=LONG_AGO, by=None, at=NOW
    )
    second = create_organisation(parent=first, kind="50", name="一班分会", on=LONG_AGO, by=None, at=NOW)
    before, lines = tree(), Entry.objects.count()
    for target in (first, second):
        with pytest.raises(Problem) as refusal:
            move_organisation(organisation=first, parent=target, on=TODAY, by=None, at=NOW)
        assert str(refusal.value) == f"不能把“一车间分会”划到它自己的下级“{target}”之下，没有改动。"
    assert tree() == before and Entry.objects.count() == lines
    assert Placement.objects.filter(until__isnull=False).count() == 0


@pytest.mark.parametrize(
    ("on", "words"),
    [(dt.date(2014, 7, 11), "还没有到"), (dt.date(2009, 1, 1), "早于"), (LONG_AGO, "不晚于上一次隶属变动")],
)
def test_days_of_a_move_must_be_possible(world: World, on: dt.date, words: str) -> None:
    with pytest.raises(Problem, match=words):
        move_organisation(organisation=world.org["合德纺织"], parent=world.org["四明镇"], on=on, by=None, at=NOW)


def test_a_change_tells_what_changed(world: World) -> None:
    node = change_organisation(
        organisation=world.org["合德镇"], by=world.post["organiser"], at=NOW, short_name="合德", sort=3
    )
    assert (node.short_name, node.sort) == ("合德", 3)
    assert Entry.objects.get(kind="org.changed").detail["changes"] == "简称 合德镇→合德，排序 —→3"
    with pytest.raises(Problem, match="没有任何改动"):
        change_organisation(organisation=node, by=None, at=NOW, sort=3)
    with pytest.raises(TypeError):
        change_organisation(organisation=node, by=None, at=NOW, code="1")


def test_closing_waits_for_those_below(world: World) -> None:
    with pytest.raises(Conflict) as refusal:
        close_organisation(organisation=world.org["合德镇"], on=TODAY, by=None, at=NOW)
    assert "还有3个下级组织" in str(refusal.value)
    closed = close_organisation(organisation=world.org["合德纺织"], on=TODAY, by=world.post["organiser"], at=NOW)
    assert closed.valid_until == TODAY
    assert closed not in Organisation.objects.on(TODAY)
    with pytest.raises(Conflict, match="已于2014-07-10撤销"):
        close_organisation(organisation=closed, on=TODAY, by=None, at=NOW)
    with pytest.raises(Problem, match="县总工会是最上一级"):
        close_organisation(organisation=world.org["县总"], on=TODAY, by=None, at=NOW)


def test_merging_and_splitting_leave_a_thread(world: World) -> None:
    thread = merge_organisations(
        source=world.org["四明化工"], into=world.org["四明木业"], on=TODAY, by=world.post["organiser"], at=NOW
    )
    assert (thread.before.short_name, thread.after.short_name) == ("四明化工", "四明木业")
    part = split_organisation(
        organisation=world.org["合德商贸"], name="合德超市联合工会委员会", on=TODAY, by=None, at=NOW
    )
    assert part.kind == "41" and Organisation.objects.get_parent(part) == world.org["合德镇"]
    assert Succession.objects.get(after=part).before == world.org["合德商贸"]
    with pytest.raises(Problem, match="不在同一级"):
        merge_organisations(source=world.org["合德纺织"], into=world.org["四明镇"], on=TODAY, by=None, at=NOW)
    with pytest.raises(Problem, match="并入它自己"):
        merge_organisations(source=world.org["合德纺织"], into=world.org["合德纺织"], on=TODAY, by=None, at=NOW)


@pytest.mark.django_db
def test_a_house_holds_one_county() -> None:
    with pytest.raises(Problem, match="应为6位数字"):
        create_county(name="海川县总工会", division="32092", on=LONG_AGO, at=NOW)
    assert create_county(name="海川县总工会", division="320924", on=LONG_AGO, at=NOW).code == "3209241000001"
    with pytest.raises(Conflict, match="已经建立"):
        create_county(name="另一县总工会", division="320925", on=LONG_AGO, at=NOW)
