"""A ledger with every kind of row, its guard taken away, and hands that reach past the product."""

import datetime as dt

from django.db import connection

from tests.ledger.county import Till, advance, open_till, pay, sheet
from tests.world import NOW, TODAY, World
from zhijia.ledger import guard, once
from zhijia.ledger.actions import (
    Account,
    Result,
    confirm_receipt,
    drop_payment,
    grant_standing,
    record_outside_aid,
    record_results,
    release_payment,
    revoke_standing,
)
from zhijia.ledger.export import exported
from zhijia.ledger.ledger_checker import check
from zhijia.ledger.verifying import altered

LATER = TODAY + dt.timedelta(days=8)


def every_kind_written(county: World) -> Till:
    """At least one row of every kind, the triggers dropped."""
    till, union = open_till(county), county.union["合德纺织"]
    star = grant_standing(holder=union, kind="star", level="two-star", on=TODAY, by=None, at=NOW, client_key="s1")
    revoke_standing(standing=star, reason="复查不合格", on=LATER, by=None, at=NOW)
    batch = sheet(till)
    one = pay(till, batch, 0, 1000, once=[once.same_cost(person="p", receipt="r")], cap_fen=200_000)
    shared = Account(one.account, one.name, authority="授权书")
    two = pay(till, batch, 1, 2000, account=shared, held="夫妻共用一个账号，待核实")
    drop_payment(payment=pay(till, batch, 2), reason="撤回", on=TODAY, by=till.maker, at=NOW)
    release_payment(payment=two, reason="已核实", on=TODAY, by=till.checker, at=NOW)
    other = once.school_year(student="s", year="2014")
    record_outside_aid(once=other, name="张", body="民政局", on=TODAY, by=None, at=NOW)
    advance(till, batch, "checked", "noticed", "approved", "sent")
    record_results(sheet=batch, by=till.checker, at=NOW, results=[
        Result(one.pk, "paid", LATER, receipt="B1"), Result(two.pk, "bounced", LATER, reason="户名不符")])  # fmt: skip
    confirm_receipt(payment=one, said="received", person=1, actor=one.name, on=LATER, at=NOW)
    connection.check_constraints()
    with connection.cursor() as cursor:
        for statement in guard.off(connection.vendor):
            cursor.execute(statement)
    return till


def numbers_named() -> tuple[list[int | None], list[int | None]]:
    """Line numbers named by the house and by the auditor's checker."""
    return [fault.number for fault in altered()], [number for number, _ in check(exported(TODAY), {})[2]]


def stored_text(table: str, key: str, row: int, column: str, *, dated: bool) -> object:
    """One value as it lies there; SQLite's driver would make a date of what is a text."""
    quote = connection.ops.quote_name
    shown = f"CAST({quote(column)} AS TEXT)" if dated else quote(column)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {shown} FROM {quote(table)} WHERE {quote(key)} = %s", [row])
        return cursor.fetchone()[0]


def alter(table: str, key: str, row: int, column: str, value: object) -> None:
    """One value past the product; SQLite is given its bytes."""
    quote, cast = connection.ops.quote_name, "%s"
    if connection.vendor == "sqlite" and isinstance(value, bytes):
        cast = "CAST(%s AS TEXT)"
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {quote(table)} SET {quote(column)} = {cast} WHERE {quote(key)} = %s", [value, row])
