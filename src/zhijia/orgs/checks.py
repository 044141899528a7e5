"""What must hold for the tree, walked by `zhijia verify`."""

from collections.abc import Iterator

from zhijia.kit.finding import Finding
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.tree import parent_of
from zhijia.orgs.kinds import may_hang_under
from zhijia.orgs.models import Organisation
from zhijia.schemes.catalogue import catalogue

BROKEN = gettext_noop("组织树在第%(number)s号组织处不一致（%(fault)s），请联系维护人员修复。")
UNKNOWN_KIND = gettext_noop("组织“%(name)s”的类型“%(kind)s”不在代码表中，请更正。")
WRONG_PARENT = gettext_noop("组织“%(name)s”不能挂在“%(parent)s”之下，请划转到允许的上级。")
FAULTS = ("bad_alpha", "bad_path", "orphan", "wrong_depth", "wrong_numchild")


def check_the_tree_is_consistent() -> Iterator[Finding]:
    """Paths, depths and numbers of children agree (the tree library's own check)."""
    for fault, numbers in zip(FAULTS, Organisation.objects.find_problems(), strict=True):
        for number in numbers:
            yield Finding(f"orgs/{number}", Problem(BROKEN, number=number, fault=fault))


def check_kinds_hang_where_they_may() -> Iterator[Finding]:
    """Every organisation is of a known kind and under a kind the code list allows. One query."""
    known = catalogue().codes["node-kind"].entries
    nodes = {node.path: node for node in Organisation.objects.all()}
    for path, node in nodes.items():
        above = nodes.get(parent_of(path))
        if node.kind not in known:
            yield Finding(f"orgs/{node.pk}", Problem(UNKNOWN_KIND, name=node.name, kind=node.kind))
        elif above is not None and not may_hang_under(node.kind, above.kind):
            yield Finding(f"orgs/{node.pk}", Problem(WRONG_PARENT, name=node.name, parent=above.name))
