"""The indicator preselected for a clause, from the county's own catalogue."""

import pytest

from zhijia.targets.likely import likely_indicator

MEANT = [
    ("全县新建基层工会", "家", "new-unions"),
    ("新建非公企业工会", "家", "new-unions"),
    ("建立行业工会联合会", "个", "new-industry-unions"),
    ("发展农民工会员", "人", "new-members"),
    ("吸收会员", "人", "new-members"),
    ("净增会员", "人", "net-increase"),
    ("企业建会率", "%", "founding-rate"),
    ("职工入会率", "%", "membership-rate"),
    ("农民工入会率", "%", "migrant-membership-rate"),
    ("企业工资集体协商建制率", "%", "wage-bargaining-rate"),
    ("已建会企业建制率", "%", "wage-bargaining-rate"),
    ("新建会企业工资集体协商建制率", "%", "new-union-wage-rate"),
    ("单独建会企业建制率", "%", "single-union-wage-rate"),
    ("安全卫生专项集体合同签订率", "%", "safety-contract-rate"),
    ("女职工专项集体合同签订率", "%", "women-contract-rate"),
    ("区域性集体合同签订率", "%", "general-contracts"),
    ("工资集体合同签订率", "%", "wage-contracts"),
    ("劳动合同签订率", "%", "labour-contracts"),
]
NONE_FITS = [
    ("新建工会驿站", "家"),
    ("轮训基层工会主席", "人次"),
    ("企业职代会建制率", "%"),
    ("非公企业建会率", "个百分点"),
    ("死亡事故起数较上年减少", "起"),
    ("全县基层工会采购农产品金额", "元"),
    ("发放贷款", "元"),
]


@pytest.mark.parametrize(("subject", "unit", "key"), MEANT)
def test_the_indicator_meant_is_preselected(subject: str, unit: str, key: str) -> None:
    assert likely_indicator(subject, unit) == key


@pytest.mark.parametrize(("subject", "unit"), NONE_FITS)
def test_where_none_is_meant_the_officer_chooses(subject: str, unit: str) -> None:
    assert likely_indicator(subject, unit) == ""
