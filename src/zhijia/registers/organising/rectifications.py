"""Rectification lists (问题整改清单): one list for a campaign, an audit, a petition; its items are followed up one by one."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.base.window import Window


class Rectification(Fact):
    """One list."""

    title = models.CharField(_("清单名称"), max_length=120)
    source = models.CharField(_("问题来源"), max_length=12)
    opened_on = models.DateField(_("建立日期"))
    basis = models.CharField(_("依据文件"), max_length=120, blank=True)

    class Meta:
        """By day."""

        verbose_name = _("整改清单")
        verbose_name_plural = _("整改清单")
        indexes = [models.Index(fields=["opened_on"], name="rectification_day")]

    def __str__(self) -> str:
        """Its name."""
        return self.title


@term("unfinished", _("未全部销号"), asks_others=True)
def unfinished(window: Window) -> Q:
    """An item of it is still open."""
    from zhijia.registers.organising.followups import CLOSED, FollowUp

    items = FollowUp.objects.on(window.as_of, window.known_at).exclude(state__in=CLOSED)
    return Q(Exists(items.filter(rectification=Coalesce(OuterRef("version_of_id"), OuterRef("pk")))))


RECTIFICATIONS = announce(
    Register(
        key="organising.rectification",
        label=_("整改清单"),
        purpose=_("查摆、督查、信访、审计和上级反馈的问题，一项一项整改，凭佐证验收销号。"),
        area="meetings",
        model=Rectification,
        columns=(
            Column("title", listed=True, required=True, sort="title", aliases=("名称",)),
            Column("organisation", _("整改单位"), "organisation", listed=True, required=True, sort="organisation__path"),
            Column("source", kind="code", codes="rectify-source", listed=True, required=True, sort="source"),
            Column("opened_on", kind="date", listed=True, required=True, sort="opened_on"),
            Column("basis"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(unfinished),
        filters=("source", "unfinished"),
        ordering=("-opened_on", "-pk"),
        slots=(Slot("plan", _("整改方案"), _("整改以批准的方案为准")),),
        links=(("organising.followup", "rectification", _("整改事项")),),
        begins="opened_on",
        searched="title",
    )
)  # fmt: skip
