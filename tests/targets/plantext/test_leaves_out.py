"""Figures that are no targets are left out, and the page can say why."""

import pytest

from tests.targets.plantext.gold import corpus
from zhijia.targets.plantext import extract, reasons, skipped

LEFT_OUT = [
    ("截至5月底,全县已新建工会63家。", "已经取得"),
    ("我县现有基层工会280个。", "已经取得"),
    ("根据《工会法》第十条抓好“两个普遍”。", "口号"),
    ("推行“1+3”模式,抓好三项制度。", "结构"),
    ("25人以上企业都要建会。", "条件"),
    ("对月收入低于600元的职工建档。", "条件"),
    ("每户补助800元。", "支付标准"),
    ("经费按工资总额的2%拨缴。", "标准"),
    ("每少1家扣2分。", "评分"),
    ("我县要力争上游,但全省要新建工会9000家。", "上级"),
    ("我县认真学习文件。省总工会要求今年企业建会率达到90%。", "上级"),
    ("有两个镇进度不足50%,要赶上来。", "已经取得"),
    ("完成90%以上为优秀。", "评分"),
    ("原定举办的5场演出取消。", "取消"),
    ("合同期限为2年。", "时间长短"),
]


@pytest.mark.parametrize(("text", "reason"), LEFT_OUT)
def test_it_is_not_proposed_and_the_reason_is_given(text: str, reason: str) -> None:
    assert extract(text, 2014) == []
    assert any(reason in skip.reason for skip in skipped(text, 2014)), skipped(text, 2014)


def test_a_raised_figure_is_proposed_and_the_old_one_is_not() -> None:
    assert [one.value for one in extract("建会率要由78%提高到85%。", 2014)] == [85.0]
    assert [one.value for one in extract("原定新建80家,现调整为60家。", 2014)] == [60.0]


def test_a_text_without_figures_gives_nothing() -> None:
    assert extract("", 2014) == [] == extract("大力弘扬劳模精神。", 2014)


def test_every_reason_is_one_the_page_can_translate() -> None:
    known = {text for name, text in vars(reasons).items() if name.isupper()}
    given = {skip.reason for marked in corpus("dev") for skip in skipped(marked.text, marked.year)}
    assert given
    assert given <= known


def test_a_higher_federations_figure_goes_and_the_countys_own_beside_it_stays() -> None:
    text = "省总工会要求建会率达到90%,市总要求达到92%,我县要力争达到95%以上。"
    assert [one.value for one in extract(text, 2014)] == [95.0]
    assert [one.value for one in extract("按照省总要求,今年企业建会率达到90%。", 2014)] == [90.0]


def test_the_safety_month_is_june_and_the_summer_ends_with_august() -> None:
    text = "安全生产月期间,开展隐患排查2次。暑期,走访一线企业80家。"
    assert [str(one.due) for one in extract(text, 2014)] == ["2014-06-30", "2014-08-31"]
