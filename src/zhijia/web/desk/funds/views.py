"""The list of funds, one fund's year, one batch."""

import secrets

from django.http import HttpResponse
from django.shortcuts import render

from zhijia.ledger.queries.batches import batch_card
from zhijia.ledger.queries.funds import batches_of, fund_of, fund_years, moves_of, years_of_funds
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.matrix.asked import year_of

MOVES_SHOWN = 100


@needs("funds.view")
def funds(request: DeskRequest) -> HttpResponse:
    """Every fund in one year, and the batches of that year."""
    year = year_of(request)
    context = {
        "year": year, "years": sorted({*years_of_funds(), request.today.year, year}, reverse=True),
        "cards": fund_years(request.post, year), "batches": batches_of(request.post, year=year)[:MOVES_SHOWN],
    }  # fmt: skip
    return render(request, "desk/funds/list.html", context)


@needs("funds.view")
def fund(request: DeskRequest, number: int) -> HttpResponse:
    """One fund's year: figures with doors, moves, batches, and the forms of those who may."""
    found, year = fund_of(request.post, number), year_of(request)
    context = {
        "fund": found, "year": year, "years": sorted({*years_of_funds(), request.today.year, year}, reverse=True),
        "card": next(card for card in fund_years(request.post, year) if card.fund.pk == found.pk),
        "moves": moves_of(found, year)[:MOVES_SHOWN],
        "batches": batches_of(request.post, fund=found, year=year)[:MOVES_SHOWN],
        "may_fund": bool(request.post.may("funds.edit")), "may_make": bool(request.post.may("payments.make")),
        "key": new_key(),
    }  # fmt: skip
    return render(request, "desk/funds/fund.html", context)


@needs("funds.view")
def batch(request: DeskRequest, number: int) -> HttpResponse:
    """One batch: where it stands, who is in it, what can be done now and why not."""
    card = batch_card(request.post, number)
    post, place, state = request.post, card.batch.organisation, card.batch.state
    context = {
        "card": card, "batch": card.batch, "key": new_key(), "today": request.today,
        "may_drop": state in ("drafted", "checked", "noticed") and bool(post.may("payments.make", place)),
        "may_release": state in ("drafted", "checked", "noticed") and bool(post.may("payments.check", place)),
        "may_send": state in ("approved", "sent") and bool(post.may("payments.send", place)),
        "may_answer": state == "sent" and bool(post.may("payments.send", place)),
    }  # fmt: skip
    return render(request, "desk/funds/batch.html", context)


def new_key() -> str:
    """A key for one form, so that sending it twice does it once."""
    return secrets.SystemRandom().randbytes(12).hex()
