"""Trials of the ledger in a database of their own: many approvals at once, and a process killed again and again.

Run as `python -m tests.ledger.trials race` or `… kill ROUNDS SEED`; prints one line of JSON. Works with real
processes and real transactions, so it is started beside the tests, not inside their transactions.
"""

import json
import os
import random
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

APPROVALS, COVERED, PROCESSES = 64, 20, 8
BATCHES = 40


def prepared(quota_yuan: int) -> Any:
    """An empty database with the small world and a fund."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhijia.project.settings")
    django.setup()
    from django.core.management import call_command

    from tests.ledger.county import open_till
    from tests.world import make_world

    call_command("migrate", verbosity=0)
    return open_till(make_world(), quota_yuan)


def race() -> dict[str, Any]:
    """Sixty-four approvals, money for twenty."""
    till = prepared(COVERED * 1000)
    batches = []
    for number in range(APPROVALS):
        batch = draft(till, number)
        pay(till, batch, number)
        step(till, batch, number, "checked")
        step(till, batch, number, "noticed")
        batches.append(batch.pk)
    waiting = [batches[at::PROCESSES] for at in range(PROCESSES)]
    start = time.time() + 1.5
    children = [fork(lambda part=part: approve_all(till, part, start)) for part in waiting]
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    from zhijia.ledger.models import BatchStep, Move

    last = Move.objects.order_by("-sequence")[0]
    return {"processes": codes, "approved": BatchStep.objects.filter(state="approved").count(),
            "left": last.balance_fen, **chain()}  # fmt: skip


def approve_all(till: Any, numbers: list[int], start: float) -> None:
    """One thread for each approval, all at the same moment; anything but a refusal ends the process badly."""
    from django.db import connection

    from zhijia.kit.problem import Conflict
    from zhijia.ledger.models import Batch

    faults: list[str] = []

    def approve(number: int) -> None:
        try:
            time.sleep(max(0, start - time.time()))
            step(till, Batch.objects.get(pk=number), number, "approved")
        except Conflict as conflict:
            if "可用余额不足" not in str(conflict):
                faults.append(str(conflict))
        finally:
            connection.close()

    threads = [threading.Thread(target=approve, args=(number,)) for number in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        sys.stderr.write("\n".join(faults))
        os._exit(3)


def kill(rounds: int, seed: int) -> dict[str, Any]:
    """A worker that pays batch after batch is killed at random moments and begins again under the same keys."""
    chance = random.Random(seed)
    till = prepared(BATCHES * 1000)
    told = Path(os.environ["ZHIJIA_HOME"]) / "told"
    killed = 0
    while killed < rounds:
        child = fork(lambda: work(till, told, endless=True))
        time.sleep(chance.uniform(0.02, 0.6))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        killed += 1
    child = fork(lambda: work(till, told, endless=False))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return {"killed": killed, "last": code, **outcome(told), **chain()}


def work(till: Any, told: Path, *, endless: bool) -> None:
    """Forty batches from draft to bank; each thing done is noted outside the database once it is done."""
    with told.open("a", encoding="utf-8") as notes:

        def note(*words: object) -> None:
            notes.write(" ".join(map(str, words)) + "\n")
            notes.flush()

        while True:
            for number in range(BATCHES):
                batch = draft(till, number)
                note("draft", number, batch.pk)
                note("pay", number, pay(till, batch, number).pk)
                for word in ("checked", "noticed", "approved", "sent"):
                    note(word, number, step(till, batch, number, word).pk)
                note("paid", number, result(till, batch, number))
            if not endless:
                return


def outcome(told: Path) -> dict[str, Any]:
    """Whether everything noted is there under its number, and how much was paid."""
    from zhijia.ledger.models import Batch, BatchStep, Move, Outcome, Payment

    noted: dict[tuple[str, str], set[str]] = {}
    with told.open(encoding="utf-8") as notes:
        for line in notes:
            words = line.split()
            if len(words) == 3:
                noted.setdefault((words[0], words[1]), set()).add(words[2])
    return {
        "noted_twice": sum(len(numbers) > 1 for numbers in noted.values()), "noted": len(noted),
        "batches": Batch.objects.count(), "steps": BatchStep.objects.count(), "payments": Payment.objects.count(),
        "outcomes": Outcome.objects.count(), "left": Move.objects.order_by("-sequence")[0].balance_fen,
    }  # fmt: skip


def chain() -> dict[str, Any]:
    """What both checkers say."""
    from zhijia.ledger.export import exported
    from zhijia.ledger.ledger_checker import check
    from zhijia.ledger.verifying import altered

    lines, _, faults = check(exported(day()), {})
    return {"lines": lines, "altered": [str(fault.problem) for fault in altered()], "checker": faults}


def day() -> Any:
    """The day of the trial."""
    from tests.world import TODAY

    return TODAY


def draft(till: Any, number: int) -> Any:
    """A batch under its own key."""
    from tests.ledger.county import sheet

    return sheet(till, f"第{number}批", client_key=f"draft-{number}")


def pay(till: Any, batch: Any, number: int) -> Any:
    """One thousand yuan in goods to one union, once."""
    from tests.world import NOW, TODAY
    from zhijia.ledger.actions import add_payment
    from zhijia.ledger.once import scheme_once

    return add_payment(
        sheet=batch, payee=till.world.org["合德纺织"], kind="warmth", method="goods", amount_fen=100_000, purpose="慰问",
        on=TODAY, by=till.maker, at=NOW, once=[scheme_once(scheme="trial", per=(str(number),))],
        client_key=f"pay-{number}",
    )  # fmt: skip


def step(till: Any, batch: Any, number: int, to: str) -> Any:
    """One step under its own key."""
    import datetime as dt

    from tests.world import NOW, TODAY
    from zhijia.ledger.actions import advance_batch

    on = TODAY + dt.timedelta(days=8 if to in ("approved", "sent") else 0)
    return advance_batch(sheet=batch, to=to, on=on, by=till.who(to), at=NOW, client_key=f"{to}-{number}")


def result(till: Any, batch: Any, number: int) -> int:
    """Every second one bounces: its money comes back and its outcome's number is told."""
    import datetime as dt

    from tests.world import NOW, TODAY
    from zhijia.ledger.actions import Result, record_results
    from zhijia.ledger.models import Outcome, Payment

    payment = Payment.objects.get(sheet=batch)
    state, reason = ("bounced", "户名不符") if number % 2 else ("paid", "")
    answer = Result(payment.pk, state, TODAY + dt.timedelta(days=9), reason=reason)
    record_results(sheet=batch, results=[answer], by=till.checker, at=NOW, client_key=f"result-{number}")
    return Outcome.objects.get(payment=payment).pk


def fork(run: Any) -> int:
    """The work in a process of its own, with connections of its own."""
    from django.db import connections

    connections.close_all()
    for one in connections.all():
        if one.vendor == "postgresql":
            one.close_pool()  # type: ignore[attr-defined]
    child = os.fork()
    if child:
        return child
    try:
        run()
    except BaseException:  # noqa: BLE001 - the process ends here, whatever it was
        import traceback

        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    found = race() if sys.argv[1] == "race" else kill(int(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
