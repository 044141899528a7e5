"""Opening funds, entering quotas, and the one way money moves."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.money import Fen, format_yuan
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.ledger.actions.booking import book, earlier, hold
from zhijia.ledger.models import Batch, Fund, Move
from zhijia.ledger.models.funds import QUOTA
from zhijia.ledger.refusals import refusing
from zhijia.schemes.catalogue import catalogue

KINDS, METHODS, SOURCES = "payment-kind", "pay-method", "fund-source"
NO_CODE = gettext_noop("“%(word)s”不在代码表 %(codes)s 里，请改用表里的代码。")
NOTHING_ALLOWED = gettext_noop("请至少选一个可列支项目和一种发放方式。")
TAKEN = gettext_noop("资金代码“%(key)s”已在使用，请换一个。")
NO_DOCUMENT = gettext_noop("请写明依据的文件。")
NO_AMOUNT = gettext_noop("指标金额不能为零。")


@transaction.atomic
def open_fund(
    *, key: str, title: str, source: str, kinds: Sequence[str], methods: Sequence[str], document: str, on: dt.date,
    by: Post | None, at: dt.datetime, remark: str = "", client_key: str = "",
) -> Fund:  # fmt: skip
    """A pot of money: where it comes from, what it may pay for and how. Earmarked money is never paid in cash."""
    hold()
    if (done := earlier(Fund, client_key)) is not None:
        return done
    if by is not None:
        by.may("funds.edit").insist()
    if not (kinds and methods):
        raise Problem(NOTHING_ALLOWED)
    if not document.strip():
        raise Problem(NO_DOCUMENT)
    for codes, words in ((KINDS, kinds), (METHODS, methods), (SOURCES, (source,))):
        for word in words:
            known_code(codes, word)
    if Fund.objects.filter(key=key).exists():
        raise Conflict(TAKEN, key=key)
    row = Fund(key=key, title=title.strip(), source=source, kinds=f" {' '.join(kinds)} ",
               methods=f" {' '.join(methods)} ", document=document.strip(), since=on, remark=remark)  # fmt: skip
    with refusing(fund=row.title):
        book(row, by=by, at=at, client_key=client_key)
    record(kind="fund.opened", by=by, at=at, subject="ledger.fund", subject_id=row.pk, detail={"fund": row.title})
    return row


@transaction.atomic
def add_quota(
    *, fund: Fund, year: int, amount_fen: int, document: str, on: dt.date, by: Post | None, at: dt.datetime,
    client_key: str = "",
) -> Move:  # fmt: skip
    """Money assigned to a fund for a year by a paper; a negative amount takes it back, as far as it is still there."""
    hold()
    if (done := earlier(Move, client_key)) is not None:
        return done
    if by is not None:
        by.may("funds.edit").insist()
    if not amount_fen:
        raise Problem(NO_AMOUNT)
    if not document.strip():
        raise Problem(NO_DOCUMENT)
    with refusing(fund=fund.title, year=year):
        row = move(fund=fund, year=year, kind=QUOTA, amount_fen=amount_fen, on=on, by=by, at=at,
                   document=document.strip(), client_key=client_key)  # fmt: skip
    record(kind="fund.quota", by=by, at=at, subject="ledger.fund", subject_id=fund.pk,
           detail={"fund": fund.title, "year": year, "amount": format_yuan(amount_fen),
                   "document": row.document})  # fmt: skip
    return row


def move(
    *, fund: Fund, year: int, kind: str, amount_fen: int, on: dt.date, by: Post | None, at: dt.datetime,
    sheet: Batch | None = None, payment: int | None = None, document: str = "", client_key: str = "",
) -> Move:  # fmt: skip
    """The next move of a fund's year. Only to be called while holding the ledger; the database keeps the balance."""
    last = Move.objects.filter(fund=fund, year=year).order_by("-sequence").first()
    before, sequence = (last.balance_fen, last.sequence) if last else (0, 0)
    row = Move(fund=fund, year=year, sequence=sequence + 1, kind=kind, amount_fen=amount_fen,
               balance_fen=Fen(before + amount_fen), sheet=sheet, payment=payment, on=on, document=document)  # fmt: skip
    return book(row, by=by, at=at, client_key=client_key)


def known_code(codes: str, word: str) -> None:
    """Problem for a word that the code list does not have."""
    if word not in catalogue().codes[codes].entries:
        raise Problem(NO_CODE, word=word, codes=codes)
