"""How a sheet of unions becomes part of the tree: parents by code, name or alias, also from earlier rows of the sheet."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence

from zhijia.accounts.models import Post
from zhijia.kit.cells import compact, says_nothing
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.sheet.columns import Column as SheetColumn
from zhijia.orgs.actions import create_organisation
from zhijia.orgs.kinds import level_of
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import root
from zhijia.orgs.rules import parent_fault
from zhijia.registers.base.actions import record_fact
from zhijia.registers.base.imports.draft import Draft
from zhijia.registers.base.imports.importing import Importing
from zhijia.registers.base.imports.places import key_of
from zhijia.registers.base.imports.run import Run
from zhijia.registers.base.imports.wanted import Wanted
from zhijia.registers.base.register import Register
from zhijia.registers.organising.actions import cover_employer
from zhijia.registers.organising.employers import EMPLOYERS
from zhijia.registers.organising.union_undo import undo_nodes
from zhijia.registers.organising.unions import UNIONS
from zhijia.schemes.catalogue import catalogue

COUNTY, JOINT = "10", "41"
LONGEST_CODE = 20
COMING = "-"  # stands in for the code that a node gets when it is made
TOO_LONG = gettext_noop("工会编码“%(code)s”超过20位。")
_SPLIT = re.compile(r"[;；]")
PARENT = Wanted(SheetColumn("parent", "上级工会", ("上级组织", "上级工会名称", "主管工会", "上级"), width=28))
ALIASES = Wanted(SheetColumn("aliases", "别名", ("曾用名", "简称"), width=24))
EMPLOYER = Wanted(SheetColumn("employer", "单位名称", ("所在单位", "覆盖单位", "单位", "企业名称"), width=28))


class UnionSheets(Importing):
    """Every row is a node of the tree; grassroots unions get their record and their workplaces as well."""

    short = "unions"
    identities = ()
    past = frozenset({"founded_on"})
    aside = frozenset({"code"})
    optional = frozenset({"code", "unit_kind"})
    aliases = {"code": ("工会编号", "编码"), "name": ("组织名称", "名称"), "kind": ("类型", "工会类型", "组织形式")}
    notes = (
        "上级工会可以填编码、名称或别名，留空表示县总工会；上级也在本表中时排在前面。",
        "有几个别名或单位时用“；”分开。",
    )

    def wanted(self, register: Register) -> list[Wanted]:
        """The register's columns and those that only the tree knows."""
        own = super().wanted(register)
        return [*own[:2], PARENT, ALIASES, EMPLOYER, *own[2:]]

    def finish(self, run: Run, draft: Draft) -> None:
        """Find the parent, see that code and name are free, and make the coming node known to later rows."""
        name, kind = draft.values.get("name", ""), draft.values.get("kind", "")
        code = compact(draft.aside.get("code", ""))
        if not name or not kind:
            return
        if kind == COUNTY:
            self._county(run, draft, name, code)
            return
        parent = self._parent(run, draft)
        if parent is None:
            return
        if fault := parent_fault(kind, parent.kind):
            draft.fault("bad_parent", "parent", fault=fault)
        self._free(run, draft, parent, name, code)
        self._may(run, draft, parent, kind)
        if draft.faults:
            return
        node = Organisation(
            code=code, name=name, kind=kind, aliases=draft.aside.get("aliases", ""), path=f"{parent.path}----",
        )  # fmt: skip
        run.places.add(node)
        draft.aside["parent_node"], draft.aside["node"] = parent, node
        draft.values["organisation"] = node
        draft.values["code"] = code or COMING
        self._unit_kind(run, draft, kind)

    def _county(self, run: Run, draft: Draft, name: str, code: str) -> None:
        """The county is there already; the code the sheet gives it is one by which later rows may call it."""
        top = root()
        if key_of(name) == key_of(top.name) and code:
            run.places.add(top, code)
        draft.fault("duplicate_existing", "name")

    def _parent(self, run: Run, draft: Draft) -> Organisation | None:
        text = draft.aside.get("parent", "")
        if says_nothing(text):
            top = root()
            if str(top.path).startswith(run.top):
                return top
            draft.fault("out_of_scope", "parent", text=top.name)
            return None
        found = run.places.find(text, any_level=True)
        if found.node is None:
            code = {"outside": "out_of_scope", "several": "several_unions"}.get(found.why, "unknown_parent")
            draft.fault(code, "parent", text=text)
        return found.node

    def _free(self, run: Run, draft: Draft, parent: Organisation, name: str, code: str) -> None:
        """Code and name must not be taken, by the register or by an earlier row."""
        if len(code) > LONGEST_CODE:
            draft.fault("not_accepted", "code", fault=Problem(TOO_LONG, code=code))
        taken = run.places.with_code(code) if code else None
        if taken is None:
            same = run.places.find(name, any_level=True).node
            taken = same if same is not None and same.name == name and _above(same) == str(parent.path) else None
        if taken is not None:
            known = "duplicate_existing" if taken.pk else "duplicate_in_file"
            draft.fault(known, "code" if code else "name", place=f"“{taken.name}”一行")

    def _may(self, run: Run, draft: Draft, parent: Organisation, kind: str) -> None:
        """Committees are set up by those who may edit the tree, unions by those who keep the unions."""
        verb = "orgs.edit" if level_of(kind) == "committee" else "unions.edit"
        if run.post is not None and not (answer := run.post.may(verb, parent)):
            draft.fault("not_accepted", "kind", fault=answer.because)

    def _unit_kind(self, run: Run, draft: Draft, kind: str) -> None:
        """A record needs the kind of workplace: the workplace's own, that of joint unions, else an enterprise."""
        if draft.values.get("unit_kind") or level_of(kind) != "union":
            return
        found = [run.links(EMPLOYERS.key).find(name).row for name in _names(draft)]
        known = next((row.unit_kind for row in found if row is not None), "J" if kind == JOINT else "")
        draft.values["unit_kind"] = known or "E"
        if not known:
            label = catalogue().codes["unit-kind"].entries["E"].label
            draft.warn("assumed_unit_kind", "unit_kind", text=label)

    def write(self, run: Run, drafts: Iterable[Draft], written: Callable[[int], None]) -> None:
        """Node by node in the order of the sheet, so that parents stand before their children."""
        made: dict[int, Organisation] = {}
        for draft in drafts:
            parent = draft.aside["parent_node"]
            self._write_one(run, draft, made.get(id(parent), parent), made)
            written(1)

    def _write_one(self, run: Run, draft: Draft, parent: Organisation, made: dict[int, Organisation]) -> None:
        values, pending = draft.values, draft.aside["node"]
        since = max(values.get("founded_on") or run.on, parent.valid_from)
        # unions.edit was asked above; creating other nodes asks for orgs.edit, which was asked there too.
        node = create_organisation(
            parent=parent, kind=pending.kind, name=pending.name, aliases=str(pending.aliases), code=pending.code,
            on=since, by=None, at=run.at,
        )  # fmt: skip
        made[id(pending)] = node
        run.made.append(node.pk)
        if level_of(node.kind) != "union":
            return
        own = {key: value for key, value in values.items() if key not in ("organisation", "code")}
        union = record_fact(
            UNIONS, values={**own, "organisation": node, "code": node.code, "since": since}, by=run.post, at=run.at,
            batch=run.batch,
        )  # fmt: skip
        for name in _names(draft):
            self._cover(run, draft, name, union)

    def _cover(self, run: Run, draft: Draft, name: str, union: object) -> None:
        """The workplace comes under its union: the one that is registered, else it is written down now."""
        link = run.links(EMPLOYERS.key).find(name)
        day = union.since  # type: ignore[attr-defined]
        if link.row is not None:
            if link.row.union_id is None:
                cover_employer(link.row, union, max(day, link.row.since), run.post, run.at)
            return
        row = record_fact(
            EMPLOYERS,
            values={"name": name, "organisation": union.organisation, "unit_kind": _kind_of(union),  # type: ignore[attr-defined]
                    "union": union, "unionised_on": day, "since": day},
            by=run.post, at=run.at, batch=run.batch,
        )  # fmt: skip
        run.links(EMPLOYERS.key).add(row)

    def makes_fact(self, draft: Draft) -> bool:
        """Only grassroots unions have a record; committees, federations and branches are nodes of the tree."""
        return level_of(draft.values["kind"]) == "union"

    def undo_more(self, made: Sequence[int], by: Post | None, at: dt.datetime) -> list[str]:
        """End the nodes on the day they began, youngest first, and free their codes; what is in use stays."""
        return undo_nodes(made, at)


def _above(node: Organisation) -> str:
    return str(node.path)[: -Organisation.steplen]


def _names(draft: Draft) -> list[str]:
    words = (compact(word) for word in _SPLIT.split(draft.aside.get("employer", "")))
    return [word for word in dict.fromkeys(words) if not says_nothing(word)]


def _kind_of(union: object) -> str:
    """A joint union's workplaces are enterprises until somebody knows better."""
    kind = str(union.unit_kind)  # type: ignore[attr-defined]
    return "E" if kind == "J" else kind
