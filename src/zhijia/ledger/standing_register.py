"""The register of standings: read only, for its rows come from decisions."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.ledger.models import Revocation, Standing
from zhijia.ledger.queries.standings import in_force
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.base.window import Window


@term("held_on", _("在有效期内且未撤销"), "day", asks_others=True)
def held_on(day: dt.date, *, window: Window) -> Q:
    """Holds on the day, as known at the window's moment."""
    return in_force(day, window.known_at)


@term("of_kind", _("类别"), "code", codes="standing-kind")
def of_kind(code: str) -> Q:
    """Of this kind."""
    return Q(kind=code)


@term("of_level", _("等级"), "code", codes="standing-level")
def of_level(code: str) -> Q:
    """Of this level."""
    return Q(level=code)


@term("granted_in", _("在期内授予"), "span")
def granted_in(span: Span) -> Q:
    """Began inside the span."""
    return Q(since__gte=span.first, since__lte=span.last)


@term("ended_in", _("在期内终止"), "span", asks_others=True)
def ended_in(span: Span, *, window: Window) -> Q:
    """Revoked or superseded inside the span."""
    ended = Revocation.objects.filter(standing=OuterRef("pk"), since__gte=span.first, since__lte=span.last)
    return Q(Exists(ended if window.known_at is None else ended.filter(recorded_at__lte=window.known_at)))


@term("runs_out_in", _("在期内到期"), "span")
def runs_out_in(span: Span) -> Q:
    """Its own term ends inside the span."""
    return Q(until__gte=span.first, until__lte=span.last)


STANDINGS = announce(
    Register(
        key="ledger.standing",
        label=_("资格与荣誉"),
        purpose=_("谁持有什么星级、证件、荣誉和称号，从哪天到哪天；由办件的决定产生，只增不改。"),
        area="standings",
        model=Standing,
        columns=(
            Column("name", _("持有人"), listed=True, required=True, form=False, sort="sort_pinyin"),
            Column("organisation", _("所属工会"), "organisation", listed=True, form=False, sort="organisation__path"),
            Column("kind", kind="code", codes="standing-kind", listed=True, form=False, sort="kind"),
            Column("level", kind="code", codes="standing-level", listed=True, form=False, sort="level"),
            Column("since", _("自"), "date", listed=True, form=False, sort="since"),
            Column("until", _("有效期至"), "date", listed=True, form=False, sort="until"),
            Column("number", form=False),
            Column("revocation.since", _("终止日期"), "text", sheet=False, form=False),
            Column("revocation.reason", _("终止原因"), "text", sheet=False, form=False),
            Column("decision", form=False),
            Column("basis", form=False),
            Column("remark", kind="long", form=False),
        ),
        terms=vocabulary(held_on, of_kind, of_level, granted_in, ended_in, runs_out_in),
        filters=("of_kind", "of_level", "held_on", "granted_in", "ended_in", "runs_out_in"),
        ordering=("-since", "-pk"),
        slots=(Slot("certificate", _("证书或命名文件"), _("授予以决定文件为准"), on_demand=True),),
        related=("organisation", "revocation"),
        begins="since",
        typed=False,
    )
)  # fmt: skip
