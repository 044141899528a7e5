"""How sheets of members, workplaces, posts and terms are read: what the county's import policy adds to the columns."""

from django.db.models import Q

from zhijia.kit.cells import compact
from zhijia.kit.identity.id_number import birth_date_of
from zhijia.registers.base.bulk import hasten
from zhijia.registers.base.imports.draft import Draft
from zhijia.registers.base.imports.importing import Importing, govern
from zhijia.registers.base.imports.run import Run
from zhijia.registers.base.inserting import Columns
from zhijia.registers.base.models import LIVING
from zhijia.registers.organising.employers import Employer
from zhijia.registers.organising.headings import MEMBER_WORDS, SEX_WORDS
from zhijia.registers.organising.members import HELD
from zhijia.registers.organising.swift_members import MEMBER
from zhijia.registers.organising.union_sheets import UnionSheets


class MemberSheets(Importing):
    """Real-name rosters: sex and birthday follow from the number; who is on the roster is on the roll."""

    short = "members"
    levels = ("union", "branch")
    identities = (("id_digest",),)
    past = frozenset({"joined_on", "confirmed_on"})
    aside = frozenset({"sex", "birth_date"})
    derived = frozenset({"sex", "birth_date"})
    held = Q(state__in=HELD)
    aliases = MEMBER_WORDS
    notes = ("证件号码列已设为文本，请勿改成数字；15位号码会换算为18位并提示。", "没有入会时间的可以留空。")

    def is_held(self, columns: Columns) -> bool:
        """Whoever has left may come again."""
        return columns["state"] in HELD

    def more_names(self, run: Run) -> None:
        """Rosters name the workplace as often as its union."""
        rows = Employer.objects.filter(LIVING, union__isnull=False).select_related("union__organisation")
        run.places.add_names({row.name: row.union.organisation for row in rows if row.union})

    def finish(self, run: Run, draft: Draft) -> None:
        """Join date against birth, sex against the number."""
        values, number = draft.values, draft.values.get("id_number", "")
        joined = values.get("joined_on")
        if joined and number and joined < birth_date_of(number):
            draft.fault("bad_date", "joined_on", label="入会时间", text=joined)
        elif joined is None and not any(fault.column == "joined_on" for fault in draft.faults):
            draft.warn("missing_date", "joined_on", label="入会时间")
        text = draft.aside.get("sex", "")
        said = SEX_WORDS.get(text) or SEX_WORDS.get(compact(text))
        if said and number and (said == "1") != (int(number[16]) % 2 == 1):
            draft.warn("sex_mismatch", "sex", text=draft.aside["sex"])


class EmployerSheets(Importing):
    """Workplaces: one credit code once; without a code, one name once in a place."""

    short = "employers"
    identities = (("uscc",), ("organisation_id", "name"))
    past = frozenset({"unionised_on"})
    aliases = {"organisation": ("所属工委", "所属镇区", "镇区", "所在镇区", "主管工会", "上级工会")}

    def finish(self, run: Run, draft: Draft) -> None:
        """Under a union the founding day of the union is the workplace's, when none is written."""
        union = draft.values.get("union")
        if union is not None and "unionised_on" not in draft.values:
            draft.values["unionised_on"] = union.founded_on or union.since


class PositionSheets(Importing):
    """Posts: the same person in the same office from the same day is one line."""

    short = "positions"
    identities = (("name", "organisation_id", "body", "role", "starts_on"),)
    past = frozenset({"starts_on"})


class TermSheets(Importing):
    """Terms: one number once in a union."""

    short = "terms"
    identities = (("union_id", "number"),)


class BodySheets(Importing):
    """Bodies: one of a kind in a union."""

    short = "bodies"
    identities = (("union_id", "body"),)
    past = frozenset({"established_on"})


class CertificateSheets(Importing):
    """Certificates: one number from one day."""

    short = "certificates"
    identities = (("number", "valid_from"),)
    past = frozenset({"valid_from"})


class TrainingSheets(Importing):
    """Courses: one person in one course from one day."""

    short = "trainings"
    identities = (("name", "organisation_id", "kind", "starts_on"),)
    past = frozenset({"starts_on"})


class ElectionSheets(Importing):
    """Assemblies: one of a kind on a day in a union."""

    short = "elections"
    identities = (("union_id", "kind", "held_on"),)
    past = frozenset({"held_on"})


class ChairCheckSheets(Importing):
    """Checks of chairs: a person once in a union."""

    short = "chair-checks"
    identities = (("name", "union_id"),)
    past = frozenset({"checked_on"})


def announce_sheets() -> None:
    """Tell the import how these registers are read."""
    hasten("organising.member", MEMBER)
    govern("organising.member", MemberSheets())
    govern("organising.union", UnionSheets())
    govern("organising.employer", EmployerSheets())
    govern("organising.position", PositionSheets())
    govern("organising.term", TermSheets())
    govern("organising.body", BodySheets())
    govern("organising.certificate", CertificateSheets())
    govern("organising.training", TrainingSheets())
    govern("organising.election", ElectionSheets())
    govern("organising.chair-check", ChairCheckSheets())
