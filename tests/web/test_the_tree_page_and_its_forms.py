"""组织: officers walk the tree, the organiser changes it, refusals are one sentence and change nothing."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World
from zhijia.orgs.models import Organisation, Succession
from zhijia.registers.organising.models import Member, Union

Enter = Callable[[World, str], Client]


def page(client: Client, name: str, *args: int) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_tree_shows_committees_with_figures_and_opens_branches(county: World, enter: Enter) -> None:
    client = enter(county, "organiser")
    html = page(client, "organisations")
    assert "合德镇" in html and "县教育" in html and "合德纺织" not in html
    assert html.count('data-figure="members"') == 4
    assert "合德纺织" in page(client, "organisation-branch", county.org["合德镇"].pk)


def test_the_number_of_queries_does_not_grow_with_the_branch(
    county: World, enter: Enter, django_assert_max_num_queries: object
) -> None:
    client = enter(county, "organiser")
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        page(client, "organisation-branch", county.org["合德镇"].pk)


def test_a_committee_sees_its_own_branch_only(county: World, enter: Enter) -> None:
    client = enter(county, "hede")
    assert "四明" not in page(client, "organisations")
    assert client.get(reverse("organisation", args=[county.org["四明镇"].pk])).status_code == 404
    assert client.get(reverse("organisation-branch", args=[county.org["四明木业"].pk])).status_code == 404
    assert client.get(reverse("organisation-move", args=[county.org["合德纺织"].pk])).status_code == 403
    assert "划转" not in page(client, "organisation", county.org["合德纺织"].pk)


def test_the_organiser_moves_a_union_and_the_page_tells_where_it_hung(county: World, enter: Enter) -> None:
    client, node = enter(county, "organiser"), county.org["合德纺织"]
    answer = client.post(reverse("organisation-move", args=[node.pk]), {"other": "四明镇", "on": "2014-07-10"})
    assert answer.status_code == 302
    html = page(client, "organisation", node.pk)
    assert "四明镇工会工作委员会" in html and "2014-07-10" in html and "划转到" in html


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("organisation-move", {"other": "合德纺织", "on": "2014-07-10"}, "它自己的下级"),
        ("organisation-move", {"other": "县教育机关", "on": "2014-07-10"}, "没有名为“县教育机关”的组织"),
        ("organisation-move", {"other": "有限公司", "on": "2014-07-10"}, "不止一个"),
        ("organisation-move", {"other": "四明镇", "on": "七月"}, "日期"),
        ("organisation-merge", {"other": "四明镇", "on": "2014-07-10"}, "下级组织"),
        ("organisation-close", {"on": "2014-07-10"}, "下级组织"),
        ("organisation-new", {"kind": "40", "name": "新", "on": "2014-07-10"}, "40"),
        ("organisation-change", {"name": " "}, "组织名称"),
    ],
)
def test_a_refusal_is_a_sentence_and_the_tree_stays(
    county: World, enter: Enter, name: str, values: dict[str, str], words: str
) -> None:
    client = enter(county, "organiser")
    before = list(Organisation.objects.values_list("path", "name", "valid_until"))
    answer = client.post(reverse(name, args=[county.org["合德镇"].pk]), values)
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert list(Organisation.objects.values_list("path", "name", "valid_until")) == before


def test_a_federation_is_set_up_renamed_and_closed(county: World, enter: Enter) -> None:
    client, town = enter(county, "organiser"), county.org["合德镇"]
    client.post(
        reverse("organisation-new", args=[town.pk]),
        {"kind": "31", "name": "合德镇纺织行业工会联合会", "short_name": "合德纺织业", "on": "2014-07-01"},
    )
    node = Organisation.objects.get(name="合德镇纺织行业工会联合会")
    client.post(
        reverse("organisation-change", args=[node.pk]),
        {"name": "合德镇纺织服装行业工会联合会", "short_name": "合德纺织业", "aliases": "", "group": ""},
    )
    client.post(reverse("organisation-close", args=[node.pk]), {"on": "2014-07-10"})
    node.refresh_from_db()
    assert node.name == "合德镇纺织服装行业工会联合会" and str(node.valid_until) == "2014-07-10"
    assert "撤销日期" in page(client, "organisation", node.pk)


def test_unions_merge_with_their_members_but_close_in_their_own_register(county: World, enter: Enter) -> None:
    client, source, into = enter(county, "organiser"), county.org["合德纺织"], county.org["合德机械"]
    refused = client.post(reverse("organisation-close", args=[source.pk]), {"on": "2014-07-10"})
    assert "请在“基层工会”台账中撤销" in refused.content.decode()
    client.post(reverse("organisation-merge", args=[source.pk]), {"other": "合德机械", "on": "2014-07-10"})
    assert Succession.objects.get(before=source).after == into
    assert Member.objects.living().filter(organisation=into).count() == 6
    assert "并入" in page(client, "organisation", into.pk)


def test_renaming_a_union_renames_its_row(county: World, enter: Enter) -> None:
    client, node = enter(county, "organiser"), county.org["合德纺织"]
    client.post(
        reverse("organisation-change", args=[node.pk]),
        {"name": "合德毛纺有限公司工会委员会", "short_name": "合德毛纺", "aliases": "合德纺织", "group": ""},
    )
    node.refresh_from_db()
    assert (node.name, node.short_name) == ("合德毛纺有限公司工会委员会", "合德毛纺")
    assert Union.objects.living().get(organisation=node).name == "合德毛纺有限公司工会委员会"


def test_a_union_is_split_with_its_reply(county: World, enter: Enter) -> None:
    """分设: node, record and thread come together; without the reply nothing is made."""
    old = county.org["合德商贸"]
    client, address = enter(county, "organiser"), reverse("organisation-split", args=[old.pk])
    asked = {"name": "合德物流联合工会委员会", "on": "2014-07-01"}
    assert client.post(address, asked).status_code == 400
    assert not Organisation.objects.filter(name=asked["name"]).exists()
    answer = client.post(address, {**asked, "reply_no": "川工复〔2014〕9号"}, follow=True)
    assert "从合德商贸联合工会委员会分出合德物流联合工会委员会" in answer.content.decode()
    made = Union.objects.living().get(name=asked["name"])
    assert (made.kind, made.founded_on.isoformat()) == ("41", "2014-07-01")
    thread = Succession.objects.get(kind="split")
    assert (thread.before_id, thread.after_id) == (old.pk, made.organisation_id)


def test_a_committee_is_split_without_a_reply(county: World, enter: Enter) -> None:
    """The new town stands beside the old one, empty."""
    client = enter(county, "organiser")
    address = reverse("organisation-split", args=[county.org["合德镇"].pk])
    assert "批复文号" not in client.get(address).content.decode()
    client.post(address, {"name": "合兴镇工会工作委员会", "on": "2014-07-01"})
    made = Organisation.objects.get(name="合兴镇工会工作委员会")
    assert (made.kind, made.depth) == ("20", 2)
    assert enter(county, "hede").get(address).status_code == 403
