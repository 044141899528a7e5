"""One sentence per convention: value, unit, comparator and date as the officers agreed to write them."""

import pytest

from zhijia.targets.plantext import extract

YEAR = 2014
READINGS = [
    ("力争企业建会率达到90%以上。", "90.0 None % >= None"),
    ("全年发放创业贷款5000万元。", "50000000.0 None 元 >= 2014-12-31"),
    ("未来五年,要把园区建成百亿园区。", "10000000000.0 None 元 >= 2018-12-31"),
    ("年底前三分之二的社区要建立工会。", "66.67 None % >= 2014-12-31"),
    ("入会率要达到九成五。", "95.0 None % >= None"),
    ("6月底前实现村级工会全覆盖。", "100.0 None % >= 2014-06-30"),
    ("各镇要撰写一到两个案例。", "1.0 2.0 个 >= None"),
    ("今年要组建职工志愿队十五六支。", "15.0 16.0 支 >= 2014-12-31"),
    ("要把重伤事故控制在2起以内。", "2.0 None 起 <= None"),
    ("年内评选工匠20名。", "20.0 None 人 == 2014-12-31"),
    ("三季度末建成驿站8处。", "8.0 None 处 >= 2014-09-30"),
    ("5月中旬组织竞赛3场。", "3.0 None 场 >= 2014-05-20"),
    ("4月15日前走访企业60家。", "60.0 None 家 >= 2014-04-15"),
    ("到“十二五”期末,书屋要发展到100家。", "100.0 None 家 >= 2015-12-31"),
    ("三年内培养技师300名。", "300.0 None 人 >= 2016-12-31"),
    ("下 半 年 要 新 建 工 会 １ ２ 家 。", "12.0 None 家 >= 2014-12-31"),
    ("一、下半年任务\n新建工会12\n家以上。", "12.0 None 家 >= 2014-12-31"),
]


@pytest.mark.parametrize(("text", "reading"), READINGS)
def test_a_figure_is_read_by_convention(text: str, reading: str) -> None:
    assert [f"{p.value} {p.value_max} {p.unit} {p.comparator} {p.due}" for p in extract(text, YEAR)] == [reading]


def test_json_has_the_agreed_fields_and_no_others() -> None:
    (one,) = extract("9月底前新建工会30家。", YEAR)
    expected = {
        "value": 30.0,
        "value_max": None,
        "unit": "家",
        "comparator": ">=",
        "due": "2014-09-30",
        "subject": "新建工会",
        "start": 0,
        "end": 11,
    }
    assert one.as_json() == expected
