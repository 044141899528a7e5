"""Why a row is sent back, or taken with a remark: a short code for counting and a sentence for the office."""

from collections.abc import Mapping
from typing import NamedTuple

from zhijia.kit.identity.id_number import IdReason
from zhijia.kit.problem import Problem
from zhijia.kit.problem import gettext_noop as s

SENTENCES: Mapping[str, str] = {
    "missing_name": s("没有填写%(label)s。"),
    "bad_name": s("%(label)s“%(text)s”以公式符号开头，不像名称，请改正。"),
    "missing_value": s("没有填写“%(label)s”。"),
    "missing_id": s("没有填写证件号码。"),
    "bad_id_format": s("证件号码应为18位，前17位是数字，不能遮蔽或缺位，请核对。"),
    "bad_id_checksum": s("证件号码第18位校验不符，请照证件核对。"),
    "bad_id_birthdate": s("证件号码中的出生日期不存在，请照证件核对。"),
    "id_precision_lost": s("证件号码被表格软件当成数字，末几位已丢失；请把该列设为文本后照证件重填。"),
    "bad_date": s("%(label)s“%(text)s”不是可用的日期（不存在、晚于今天或早于出生），请写成2014-07-01这样。"),
    "bad_number": s("%(label)s“%(text)s”不是整数，请只填数字。"),
    "bad_code": s("%(label)s“%(text)s”不在可选项中，请从下拉列表中选择。"),
    "unknown_union": s("没有叫“%(text)s”的组织，请照系统内的名称、别名或编码填写。"),
    "several_unions": s("有几个组织叫“%(text)s”，请改填编码。"),
    "no_union": s("没有写明所属组织，标题、表名中也没有认出；请补填或在上方选择归入的组织。"),
    "unknown_parent": s("没有上级工会“%(text)s”，请照名称、别名或编码填写；它在本表中时要排在前面。"),
    "bad_parent": s("%(fault)s"),
    "out_of_scope": s("“%(text)s”不在您的管理范围内。"),
    "unknown_link": s("没有%(label)s“%(text)s”，请先登记它，或照系统内的名称填写。"),
    "several_links": s("有几个%(label)s叫“%(text)s”，请改填编码或信用代码。"),
    "duplicate_in_file": s("与本表%(place)s重复，以先出现的为准。"),
    "duplicate_existing": s("系统内已有登记，不再重复导入。"),
    "not_accepted": s("%(fault)s"),
    "id_15_to_18": s("15位证件号码已按规则换算为18位，请核对。"),
    "missing_date": s("没有填写“%(label)s”，先按未知登记。"),
    "sex_mismatch": s("性别“%(text)s”与证件号码不符，已按证件号码登记。"),
    "hidden_row": s("这一行在表中是隐藏的，也已读入，请确认。"),
    "unknown_code": s("%(label)s“%(text)s”不在可选项中，已留空。"),
    "bad_phone": s("%(label)s“%(text)s”不像电话号码，已留空。"),
    "bad_flag": s("%(label)s“%(text)s”看不出是或否，已按否登记。"),
    "assumed_unit_kind": s("没有填写单位性质，已按“%(text)s”登记，请以后核对。"),
    "employer_has_union": s("单位“%(text)s”已属于别的工会，没有改动它的归属。"),
}
# What an office reads first when a row has several faults is the first in the order of the columns.
ID_CODES = {reason: str(reason.value) for reason in IdReason}
COUNTED_AS = {"no_union": "unknown_union", "several_unions": "unknown_union"}


class Remark(NamedTuple):
    """One fault or warning of a row, at one column ('' for the whole row)."""

    code: str
    column: str
    problem: Problem

    @property
    def counted_as(self) -> str:
        """The code under which reports count it: an unmatched union is one reason, however it came about."""
        return COUNTED_AS.get(self.code, self.code)


def remark(code: str, column: str = "", **values: object) -> Remark:
    """A fault or warning with its sentence; KeyError for a code without one."""
    return Remark(code, column, Problem(SENTENCES[code], **values))
