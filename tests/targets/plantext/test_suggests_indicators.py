"""The likeliest indicator stands first, so that the officer mostly only nods."""

from zhijia.targets.plantext import suggest

NAMES = {
    "unions-founded": ["新建基层工会数", "新建工会"],
    "members-joined": ["新发展会员数", "发展会员"],
    "wage-rate": ["工资集体协商建制率"],
    "wage-contracts": ["工资专项集体合同数"],
}


def test_the_subject_of_a_clause_leads_to_its_indicator() -> None:
    assert suggest("全县新建基层工会", "家", NAMES)[0][0] == "unions-founded"
    assert suggest("新建会企业工资集体协商建制率", "%", NAMES)[0][0] == "wage-rate"
    assert suggest("发展会员", "人", NAMES)[0][0] == "members-joined"


def test_nothing_in_common_suggests_nothing() -> None:
    assert suggest("劳模疗养", "人", NAMES) == []
    assert suggest("", "人", NAMES) == []


def test_a_narrower_indicator_waits_until_the_clause_says_so() -> None:
    names = {"all": ["工资集体协商建制率"], "new": ["新建会企业工资协商建制率"]}
    assert suggest("企业工资集体协商建制率", "%", names)[0][0] == "all"
    assert suggest("新建会企业工资协商建制率", "%", names)[0][0] == "new"
