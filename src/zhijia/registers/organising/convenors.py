"""Who has joint conferences to hold (应召开联席会议的组织): the county and the organisations directly below it, one a row.

Computed from the tree, so that the share of those that held theirs is counted row by row like every other figure.
"""

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.orgs.kinds import kinds_at
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Column, Register, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.base.window import Window
from zhijia.registers.organising.derived_tables import DerivedTable
from zhijia.registers.organising.meetings import Meeting
from zhijia.schemes.catalogue import catalogue

VIEW, TABLE = "organising_convenor", "orgs_organisation"
MAKE = f"""
CREATE VIEW {VIEW} AS
SELECT id, id AS organisation_id, valid_from AS since, valid_until AS until, CAST(valid_from AS {{moment}}) AS recorded_at,
       CAST(NULL AS bigint) AS recorded_by_id, CAST(NULL AS {{moment}}) AS known_until,
       CAST(NULL AS bigint) AS version_of_id, CAST(NULL AS bigint) AS batch, '' AS remark, name, kind, search
FROM {TABLE}
"""  # noqa: S608 - table and view are named above
CONVENOR_TABLE = DerivedTable(VIEW, TABLE, MAKE)


class Convenor(Fact):
    """One organisation of the tree. Nothing is written here."""

    name = models.CharField(_("组织名称"), max_length=120)
    kind = models.CharField(_("组织类型"), max_length=2)
    search = models.CharField(max_length=600)

    class Meta:
        """A view of the database."""

        managed = False
        db_table = VIEW
        verbose_name = _("应召开联席会议的组织")
        verbose_name_plural = _("应召开联席会议的组织")

    def __str__(self) -> str:
        """The name."""
        return self.name


@term("convenes", _("应召开联席会议"))
def convenes() -> Q:
    """The county and what stands directly below it: towns, zones, departments."""
    return Q(kind__in=[*kinds_at("county"), *kinds_at("committee")])


@term("joint_held_in", _("在期内已开联席会议"), "span", asks_others=True)
def joint_held_in(span: Span, window: Window) -> Q:
    """Held as many joint conferences inside the span as a year asks for."""
    least = int(catalogue().number("meeting.joint-min", window.as_of))
    held = Meeting.objects.on(window.as_of, window.known_at).filter(
        kind="JOINT", held_on__range=(span.first, span.last)
    )
    enough = held.order_by().values("organisation").annotate(n=Count("pk")).filter(n__gte=least)
    return Q(organisation__in=enough.values("organisation"))


CONVENORS = announce(
    Register(
        key="organising.convenor",
        label=_("应召开联席会议的组织"),
        purpose=_("由组织台账算出：县和镇区、县直各一行，联席会议召开率可点到这里。"),
        area="movements",
        model=Convenor,
        columns=(
            Column("name", listed=True, sort="name"),
            Column("organisation", kind="organisation", listed=True, sort="organisation__path"),
            Column("kind", kind="code", codes="node-kind", listed=True, sort="kind"),
        ),
        terms=vocabulary(convenes, joint_held_in),
        filters=("kind", "convenes", "joint_held_in"),
        ordering=("organisation__path", "pk"),
        typed=False,
    )
)
