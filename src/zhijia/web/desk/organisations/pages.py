"""The tree, one level at a time, and the page of one organisation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhijia.accounts.queries import Post, visible_to
from zhijia.indicators.queries import figures
from zhijia.indicators.rules import Figure
from zhijia.journal.queries import history_of, sentence_of
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.history import chain_of, placements_of, threads_of
from zhijia.orgs.kinds import kind_of
from zhijia.orgs.queries import children_of
from zhijia.registers.base.window import Window
from zhijia.schemes.words import said
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.organisations.forms import kinds_below

SHOWN = ("grassroots-unions", "members", "covered-employers")
NOT_HERE = gettext_noop("没有这个组织，或它不在您的管理范围内。")
LAST_EVENTS = 30


@dataclass(frozen=True)
class Line:
    """One organisation of a list with its counts."""

    node: Any
    kind: str
    counts: Sequence[Figure]


def seen(post: Post, number: int) -> Any:
    """An organisation of the post's subtree; NotFound outside."""
    found = visible_to(post).filter(pk=number).first()
    if found is None:
        raise NotFound(NOT_HERE)
    return found


def lines_of(request: DeskRequest, nodes: Sequence[Any], top: Any) -> list[Line]:
    """Organisations with their figures: the same number of queries for ten as for four hundred."""
    window = Window.year_to(request.today)
    found: Mapping[Any, Figure] = figures(SHOWN, [window], nodes, top) if nodes else {}
    return [
        Line(node, said(kind_of(node.kind).label), [found[key, node.pk, window] for key in SHOWN]) for node in nodes
    ]  # fmt: skip


@needs("orgs.view")
def organisations(request: DeskRequest) -> HttpResponse:
    """The post's own organisation and those directly below."""
    top = request.post.organisation
    below = list(children_of(top, request.today))
    return render(
        request, "desk/organisations/tree.html",
        {"own": lines_of(request, [top], top), "lines": lines_of(request, below, top), "may_edit": _may_edit(request)},
    )  # fmt: skip


@needs("orgs.view")
def branch(request: DeskRequest, number: int) -> HttpResponse:
    """The rows below one organisation, to be put under its own."""
    top = seen(request.post, number)
    below = list(children_of(top, request.today))
    context = {"lines": lines_of(request, below, top), "top": top}
    return render(request, "desk/organisations/branch.html", context)


@needs("orgs.view")
def organisation(request: DeskRequest, number: int) -> HttpResponse:
    """One organisation: where it stands, what is below, what it was, what happened to it."""
    node = seen(request.post, number)
    below = list(children_of(node, request.today))
    context = {
        "node": node, "own": lines_of(request, [node], node)[0], "lines": lines_of(request, below, node),
        "crumbs": crumbs(request.post, node), "placements": placements_of(node), "threads": threads_of(node),
        "events": [(entry, sentence_of(entry)) for entry in history_of("org", node.pk)[:LAST_EVENTS]], "may_edit": _may_edit(request),
        "may_have_below": bool(kinds_below(node.kind)),
    }  # fmt: skip
    return render(request, "desk/organisations/one.html", context)


def crumbs(post: Post, node: Any) -> list[tuple[str, str]]:
    """The way from the post's own organisation down to this one."""
    chain = [one for one in chain_of(node) if str(one.path).startswith(post.path)]
    return [(str(one), reverse("organisation", args=[one.pk]) if one.pk != node.pk else "") for one in chain]


def _may_edit(request: DeskRequest) -> bool:
    return bool(request.post.may("orgs.edit"))
