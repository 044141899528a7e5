"""Who may not be chair (主席人选资格): seven exclusions, each asked by kind of workplace, each with its paper.

The exclusions of the 2008 measures hold for enterprises and for institutions run like one; deputies of government
offices are commonly chair there. Every box is answered by the reporting union; an open box is not a no.
"""

from collections.abc import Mapping, Sequence

from zhijia.kit.problem import gettext_noop
from zhijia.registers.organising.rules.checked import Checked, Verdict, point
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said

LIST = "chair-exclusion"
ENTERPRISE_ONLY = ("X1", "X2", "X3", "X4", "X5")
YES, NO = "1", "0"
IS = gettext_noop("“%(name)s”属于“%(label)s”，不得作为主席人选。")
IS_NOT = gettext_noop("“%(name)s”不属于“%(label)s”。")
OPEN = gettext_noop("“%(name)s”是否属于“%(label)s”没有填写。")
NOT_ASKED = gettext_noop("这条只适用于企业和企业化管理的单位，本单位不核对。")
RECOMMENDED = gettext_noop("“%(name)s”还不是本工会会员，由上级工会推荐，当选后入会。")


def excluded_asked(code: str, unit_kind: str, enterprise_run: bool) -> bool:
    """Whether an exclusion is asked of a workplace of that kind."""
    return code not in ENTERPRISE_ONLY or enterprise_run or runs_as_enterprise(unit_kind)


def runs_as_enterprise(unit_kind: str) -> bool:
    """Enterprises, private non-profits, cooperatives and joint unions of them, as the code list groups them."""
    entry = catalogue().codes["unit-kind"].entries.get(unit_kind)
    return entry is not None and entry.group == "enterprise"


def chair_points(
    name: str, unit_kind: str, answers: Mapping[str, str], *, enterprise_run: bool = False, recommended: bool = False
) -> Sequence[Checked]:
    """The seven exclusions held against the answers (code -> "0", "1" or ""), in the order of the list."""
    found = []
    for code, rule in catalogue().codes[LIST].entries.items():
        answer, told = answers.get(code, ""), {"name": name, "label": said(rule.label)}
        if not excluded_asked(code, unit_kind, enterprise_run):
            found.append(point(LIST, code, "none", NOT_ASKED))
        elif answer == YES and code == "X7" and recommended and runs_as_enterprise(unit_kind):
            found.append(point(LIST, code, "met", RECOMMENDED, name=name))
        else:
            verdict: Verdict = "unmet" if answer == YES else "met" if answer == NO else "unknown"
            found.append(point(LIST, code, verdict, {YES: IS, NO: IS_NOT}.get(answer, OPEN), **told))
    return found


def verdict_of(points: Sequence[Checked]) -> str:
    """PASS, FAIL or OPEN of a whole check; one exclusion is enough, one open box leaves it open."""
    verdicts = {each.verdict for each in points}
    return "FAIL" if "unmet" in verdicts else "OPEN" if "unknown" in verdicts else "PASS"
