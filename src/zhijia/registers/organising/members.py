"""Members (会员): one row per person; joining, moving and leaving are changes of that row, dated and kept."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.kit.identity.id_number import Sex, birth_date_of, is_id_number, sex_of
from zhijia.kit.identity.masks import mask_id, mask_phone
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import LIVING, NamedFact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.sealing import keyring
from zhijia.registers.organising.member_numbers import ID_CONTEXT, MOBILE_CONTEXT, by_number
from zhijia.registers.organising.member_terms import (
    active,
    complete_on,
    entitled,
    joined_in,
    lapsing_on,
    migrant,
    women,
)

HELD = ("ACTIVE", "TRANSFER_OUT", "RETAINED")
BAD_ID = gettext_noop("身份证号校验不符，请核对后重新填写。")
BORN_LATER = gettext_noop("入会时间%(joined)s早于出生日期%(born)s，请核对。")


class Member(NamedFact):
    """One person's membership; `organisation` is the union. The id number is sealed, found by its keyed digest."""

    # A roster of a whole county is written through every index there is, so none is kept that another one covers
    # (`member_org`), that holds nearly nothing but NULL, or by which nobody asks (who wrote a row down).
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", db_index=False, verbose_name=_("所属组织")
    )
    recorded_by = models.ForeignKey(
        Post, models.PROTECT, related_name="+", null=True, editable=False, db_index=False, verbose_name=_("登记人")
    )
    version_of = models.ForeignKey(
        "self", models.CASCADE, related_name="versions", null=True, editable=False, db_index=False,
        verbose_name=_("现行记录"),
    )  # fmt: skip

    id_sealed = models.CharField(_("证件号码"), max_length=160, blank=True)
    id_digest = models.CharField(_("证件号码"), max_length=64, blank=True, db_index=True)
    id_tail = models.CharField(_("证件号码"), max_length=4, blank=True)
    mobile_sealed = models.CharField(_("手机号码"), max_length=160, blank=True)
    mobile_tail = models.CharField(_("手机号码"), max_length=4, blank=True)
    sex = models.CharField(_("性别"), max_length=1, blank=True)
    birth_date = models.DateField(_("出生日期"), null=True, blank=True)
    nation = models.CharField(_("民族"), max_length=2, blank=True)
    education = models.CharField(_("学历"), max_length=2, blank=True)
    political = models.CharField(_("政治面貌"), max_length=2, blank=True)
    hukou_type = models.CharField(_("户籍类型"), max_length=1, blank=True)
    is_migrant = models.BooleanField(_("农民工"), default=False)
    eight_groups = models.CharField(_("新就业形态"), max_length=2, default="0")
    employ_form = models.CharField(_("用工形式"), max_length=1, blank=True)
    work_state = models.CharField(_("就业状况"), max_length=1, default="1")
    joined_on = models.DateField(_("入会时间"), null=True, blank=True)
    confirmed_on = models.DateField(_("本人确认日期"), null=True, blank=True)
    took_part_on = models.DateField(_("最近缴费或参加活动"), null=True, blank=True)
    card_no = models.CharField(_("会员证号"), max_length=40, blank=True)
    state = models.CharField(_("会籍状态"), max_length=12, default="ACTIVE")
    state_on = models.DateField(_("会籍状态自"), null=True, blank=True)
    destination = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, blank=True, db_index=False, verbose_name=_("转往")
    )
    filed_on = models.DateField(_("上级备案日期"), null=True, blank=True)

    PERSON = True

    class Meta(NamedFact.Meta):
        """One living row for a person while the membership is held."""

        abstract = False
        verbose_name = _("会员")
        verbose_name_plural = _("会员")
        constraints = [
            models.UniqueConstraint(
                fields=["id_digest"],
                condition=LIVING & Q(state__in=HELD) & ~Q(id_digest=""),
                name="member_held_once",
            )
        ]
        indexes = [
            models.Index(fields=["sort_pinyin", "id"], name="member_pinyin", condition=LIVING),
            models.Index(fields=["sort_stroke", "id"], name="member_stroke", condition=LIVING),
            # Counts and pages of one part of the tree never leave this index.
            models.Index(fields=["known_until", "version_of", "organisation", "sort_pinyin"], name="member_living"),
            # Searching reads a third of what the table holds, and fetches only what it found.
            models.Index(
                fields=["known_until", "version_of", "search", "organisation", "sort_pinyin"], name="member_search"
            ),
            models.Index(fields=["organisation", "since"], name="member_org"),
            models.Index(fields=["joined_on"], name="member_joined"),
            models.Index(fields=["version_of"], name="member_versions", condition=Q(version_of__isnull=False)),
            models.Index(fields=["destination"], name="member_bound", condition=Q(destination__isnull=False)),
        ]

    @property
    def id_number(self) -> str:
        """The full number, opened; show it only through a logged reveal."""
        return keyring().open_(self.id_sealed, ID_CONTEXT) if self.id_sealed else ""

    @id_number.setter
    def id_number(self, number: str) -> None:
        """Seal the number; its digest, last digits, birth date and sex follow from it."""
        self.id_sealed = keyring().seal(number, ID_CONTEXT) if number else ""
        self.id_digest = keyring().digest(number, ID_CONTEXT) if number else ""
        self.id_tail = number[-4:]
        if is_id_number(number):
            self.birth_date = birth_date_of(number)
            self.sex = sex_code(number)

    @property
    def mobile(self) -> str:
        """The full telephone number, opened."""
        return keyring().open_(self.mobile_sealed, MOBILE_CONTEXT) if self.mobile_sealed else ""

    @mobile.setter
    def mobile(self, number: str) -> None:
        """Seal the number; its last digits stay readable."""
        self.mobile_sealed = keyring().seal(number, MOBILE_CONTEXT) if number else ""
        self.mobile_tail = number[-4:]

    @property
    def masked_id(self) -> str:
        """The number as shown in lists."""
        return mask_id(self.id_number) if self.id_sealed else ""

    @property
    def masked_mobile(self) -> str:
        """The telephone number as shown in lists."""
        return mask_phone(self.mobile) if self.mobile_sealed else ""

    def tails(self) -> tuple[str, ...]:
        """Last four of id and telephone."""
        return (self.id_tail.lower(), self.mobile_tail)


def sex_code(number: str) -> str:
    """GB/T 2261.1: 1 man, 2 woman, by the 17th digit of a valid number."""
    return "1" if sex_of(number) is Sex.MALE else "2"


def first_state(values: dict[str, Any]) -> dict[str, Any]:
    """Without a day of joining, a new member has only applied."""
    return values if values.get("joined_on") else {**values, "state": "APPLIED", "state_on": values.get("since")}


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a member."""
    if row.id_sealed and not is_id_number(row.id_number):
        yield Problem(BAD_ID)
    if row.joined_on and row.birth_date and row.joined_on < row.birth_date:
        yield Problem(BORN_LATER, joined=row.joined_on, born=row.birth_date)


MEMBERS = announce(
    Register(
        key="organising.member",
        label=_("会员"),
        purpose=_("实名会员名册：一人一行，入会、转会、离会都在本行留痕。"),
        area="members",
        model=Member,
        columns=(
            Column("name", _("姓名"), listed=True, required=True, sort="sort_pinyin", aliases=("职工姓名", "会员姓名")),
            Column("masked_id", _("证件号码"), "masked", listed=True, required=True, reveal="id_number",
                   aliases=("身份证号", "身份证号码", "公民身份号码", "证件号码")),
            Column("sex", kind="code", codes="sex", listed=True, form=False),
            Column("birth_date", kind="date", sort="birth_date", form=False),
            Column("organisation", _("所属工会"), "organisation", listed=True, required=True, sort="organisation__path",
                   aliases=("基层工会名称", "工会名称", "所在单位", "工作单位", "单位名称")),
            Column("state", kind="code", codes="member-state", listed=True, form=False, sort="state"),
            Column("joined_on", kind="date", listed=True, sort="joined_on", aliases=("入会日期",),
                   help=_("批准入会之日；还没有批准的先留空，记为已申请")),
            Column("masked_mobile", _("手机号码"), "masked", listed=True, reveal="mobile",
                   aliases=("联系电话", "手机", "电话", "手机号")),
            Column("nation", kind="code", codes="nation", group=_("个人情况")),
            Column("education", kind="code", codes="education", group=_("个人情况"), aliases=("文化程度",)),
            Column("political", kind="code", codes="political", group=_("个人情况")),
            Column("hukou_type", kind="code", codes="hukou-type", group=_("个人情况"), aliases=("户口性质",)),
            Column("is_migrant", kind="flag", group=_("就业"), aliases=("是否农民工",)),
            Column("eight_groups", kind="code", codes="eight-groups", group=_("就业")),
            Column("employ_form", kind="code", codes="employ-form", group=_("就业")),
            Column("work_state", kind="code", codes="work-state", group=_("就业")),
            Column("confirmed_on", kind="date", group=_("会籍")),
            Column("took_part_on", kind="date", group=_("会籍"), sort="took_part_on", aliases=("最近缴费日期", "最近缴费时间")),
            Column("state_on", kind="date", group=_("会籍"), form=False, sheet=False),
            Column("destination", kind="organisation", group=_("会籍"), form=False, sheet=False),
            Column("filed_on", kind="date", group=_("会籍"), form=False, sheet=False),
            Column("card_no", group=_("会籍"), aliases=("会员卡号",)),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(active, entitled, women, migrant, joined_in, complete_on, lapsing_on),
        filters=("state", "entitled", "sex", "migrant", "joined_in", "complete_on", "lapsing_on", "eight_groups"),
        ordering=("sort_pinyin", "pk"),
        slots=(
            Slot("application", _("入会申请书"), _("会籍自批准入会之日起算")),
            Slot("withdrawal", _("退会申请"), _("退会由本人书面提出"), on_demand=True),
            Slot("minutes", _("委员会会议记录"), _("自动退会和开除会籍由委员会讨论决定"), on_demand=True),
            Slot("judgement", _("判决书"), _("开除会籍以刑事处罚为依据"), on_demand=True),
        ),
        identity=("id_digest",),
        begins="joined_on",
        bulk=("hukou_type", "is_migrant", "eight_groups", "employ_form", "work_state"),
        sought=by_number,
        fresh=first_state,
        check=faults,  # type: ignore[arg-type]
    )
)  # fmt: skip
