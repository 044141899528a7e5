"""Writing circulars: draft, fill the slots, freeze the figures, issue once, restate beside."""

import datetime as dt
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.bulletins.compose import compose, tells_of
from zhijia.bulletins.content import dump, fingerprint, load, signed
from zhijia.bulletins.differences import differences_of
from zhijia.bulletins.mark import ledger_mark
from zhijia.bulletins.models import Bulletin, Restatement, SlotText
from zhijia.bulletins.queries import paper_of, slots_of, verdicts_of, with_words, words_of
from zhijia.evidence.papers import freeze as freeze_paper
from zhijia.evidence.papers import next_number
from zhijia.journal.actions import record
from zhijia.kit.period import Period
from zhijia.kit.problem import Conflict, NotFound, Problem, gettext_noop
from zhijia.orgs.queries import root
from zhijia.schemes.catalogue import catalogue

NOT_OVER = gettext_noop("%(period)s还没有结束，不能起草它的通报；请在%(end)s之后再起草。")
NO_CAMPAIGN = gettext_noop("%(period)s没有开展这项活动，不能起草它的通报；活动起止日期见制度目录。")
NO_LAYOUT = gettext_noop("没有通报版式“%(layout)s”。")
ALREADY = gettext_noop("%(period)s的通报草稿已经有了，请打开它继续。")
FROZEN = gettext_noop("通报“%(title)s”已经签发，不能再改；后来的变化请发布更正。")
NO_SLOT = gettext_noop("版式里没有可填写的“%(part)s”部分。")
TOO_LONG = gettext_noop("“%(part)s”最多%(limit)s字，现有%(count)s字，请精简。")
NO_TARGETS = gettext_noop("%(year)s年没有已确认的任务指标，通报没有内容；请先在“读计划”确认并分解。")
NOT_FROZEN = gettext_noop("请先冻结数据，再签发通报。")
FAULTY = gettext_noop("校核未通过，不能签发：%(evidence)s")
NOTHING_NEW = gettext_noop("现在的数据与通报一致，没有需要更正的内容。")
NOT_ISSUED = gettext_noop("通报还没有签发，不需要更正。")


@transaction.atomic
def draft_bulletin(*, layout: str, period: Period, by: Post, on: dt.date, at: dt.datetime) -> Bulletin:
    """Begin a circular of a closed period; Conflict when its draft exists."""
    by.may("bulletins.edit").insist()
    if layout not in catalogue().bulletins:
        raise NotFound(NO_LAYOUT, layout=layout)
    if not tells_of(catalogue().bulletins[layout], period):
        raise Problem(NO_CAMPAIGN, period=period.label)
    if on <= period.end:
        raise Problem(NOT_OVER, period=period.label, end=period.end)
    if Bulletin.objects.filter(layout=layout, period=period.key, issued_at__isnull=True).exists():
        raise Conflict(ALREADY, period=period.label)
    plan = catalogue().bulletins[layout]
    title = f"{root().name}{plan.title.format(period=period.label, year=period.year)}"
    made = Bulletin.objects.create(
        layout=layout, period=period.key, title=title, tone=plan.tone, as_of=period.end, drafted_by=by, drafted_at=at
    )
    _note("bulletin.drafted", made, by, at, {"title": title})
    return made


@transaction.atomic
def write_slot(*, bulletin: Bulletin, part: str, text: str, by: Post, at: dt.datetime) -> None:
    """Save the words of a slot; the earlier words stay in the history."""
    held = _open(bulletin, by)
    slot = next((one for one in slots_of(held) if one.key == part), None)
    if slot is None:
        raise NotFound(NO_SLOT, part=part)
    if len(text) > slot.limit:
        raise Problem(TOO_LONG, part=slot.title, limit=slot.limit, count=len(text))
    if words_of(held).get(part, slot.default) == text:
        return
    SlotText.objects.create(bulletin=held, part=part, text=text, by=by, at=at)
    _note("bulletin.edited", held, by, at, {"title": held.title, "part": slot.title})


@transaction.atomic
def set_tone(*, bulletin: Bulletin, tone: str, by: Post, at: dt.datetime) -> None:
    """How far units are named; nothing happens when it is so already."""
    held, wanted = _open(bulletin, by), Bulletin.Tone(tone)
    before = Bulletin.Tone(held.tone)
    if wanted == before:
        return
    held.tone = wanted
    held.save(update_fields=["tone"])
    told = {"title": held.title, "old": str(before.label), "new": str(wanted.label)}
    _note("bulletin.toned", held, by, at, told)


@transaction.atomic
def freeze_figures(*, bulletin: Bulletin, by: Post, on: dt.date, at: dt.datetime) -> Bulletin:
    """Fix every figure of the circular as known at this moment; freezing again before issue takes newer figures."""
    held = _open(bulletin, by)
    held.known_at, held.frozen_by = at, by
    content = compose(held, root(), words_of(held), on)
    if not content.figures:
        raise Problem(NO_TARGETS, year=held.as_of.year)
    held.content, held.content_hash = dump(content), fingerprint(content)
    held.save()
    _note("bulletin.frozen", held, by, at, {"title": held.title, "as_of": held.as_of})
    return held


@transaction.atomic
def issue_bulletin(*, bulletin: Bulletin, by: Post, on: dt.date, at: dt.datetime) -> Bulletin:
    """Sign: the number is taken, the paper made and kept, nothing changes afterwards.

    Problem when the figures are not frozen or the checker finds a fault under a 'must' rule.
    """
    held = _open(bulletin, by)
    by.may("bulletins.issue").insist()
    if held.known_at is None:
        raise Problem(NOT_FROZEN)
    plan = catalogue().bulletins[held.layout]
    number = next_number(f"工{plan.series}", on.year)
    content = signed(with_words(held, load(held.content), root(), on), number, on, ledger_mark(on))
    held.number, held.dated = number, on
    for verdict in verdicts_of(held, content, on):
        if verdict.verdict == "fail" and verdict.strength == "must":
            raise Problem(FAULTY, evidence=verdict.evidence)
    held.content, held.content_hash = dump(content), fingerprint(content)
    held.paper = freeze_paper(paper_of(content, on), on)
    held.issued_by, held.issued_at = by, at
    held.save()
    _note("bulletin.issued", held, by, at, {"number": number})
    return held


@transaction.atomic
def publish_restatement(*, bulletin: Bulletin, note: str, by: Post, at: dt.datetime) -> Restatement:
    """Put today's differences beside an issued circular; Problem when there are none."""
    by.may("bulletins.issue").insist()
    held = Bulletin.objects.select_for_update(of=("self",)).get(pk=bulletin.pk)
    if held.issued_at is None:
        raise Problem(NOT_ISSUED)
    lines = [difference.as_json() for difference in differences_of(held, root())]
    if not lines:
        raise Problem(NOTHING_NEW)
    made = Restatement(bulletin=held, lines=lines, note=note.strip()[:300], known_at=at, by=by)
    made.save()
    _note("bulletin.restated", held, by, at, {"number": held.number})
    return made


def _open(bulletin: Bulletin, by: Post) -> Bulletin:
    """The circular under a lock, refused when it was issued."""
    by.may("bulletins.edit").insist()
    held = Bulletin.objects.select_for_update(of=("self",)).get(pk=bulletin.pk)
    if held.issued_at is not None:
        raise Conflict(FROZEN, title=held.title)
    return held


def _note(kind: str, bulletin: Bulletin, by: Post, at: dt.datetime, detail: dict[str, Any]) -> None:
    record(
        kind=kind, by=by, at=at, organisation=by.organisation_id, subject="bulletins.bulletin", subject_id=bulletin.pk,
        detail=detail,
    )  # fmt: skip
