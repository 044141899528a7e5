"""All unions x 34 criteria of the star scheme, against hand-written SQL and points in the same process.

Run: python -m benchmarks.scoring [--unions 369] [--members 38000]
"""

import argparse
import datetime as dt
import json
import random
import subprocess
import sys
import time
from itertools import islice
from typing import Any

from benchmarks.figures import measured
from benchmarks.scratch import scratch_home

ON = dt.date(2014, 7, 10)
COMPARED = {"PROPOSAL", "SUGGEST", "LABOUR", "MEDIATION", "HAZARD", "HARDSHIP", "MUTUAL", "FUNDS"}


def make_year(seed: int = 11) -> int:
    """A lively year of work of every union; the number of rows written."""
    from benchmarks.county import AT
    from zhijia.registers.organising.unions import Union
    from zhijia.registers.organising.works import WorkRecord
    from zhijia.schemes.catalogue import catalogue

    rng = random.Random(seed)
    Union.objects.update(reply_no="测工复〔2010〕1号")
    Union.objects.filter(pk__in=[row.pk for row in Union.objects.all() if row.pk % 3]).update(has_own_account=True)
    kinds = [kind for kind in catalogue().codes["work-kind"].entries if kind not in ("DIRECTOR",)]

    def rows() -> Any:
        for union in Union.objects.all():
            for kind in kinds:
                for _ in range(rng.choice((0, 1, 1, 2, 4)) if kind != "KEPT" else rng.random() < 0.2):
                    day = ON - dt.timedelta(days=rng.randrange(420))
                    due = rng.randint(1, 40) if kind in COMPARED else 0
                    row = WorkRecord(organisation_id=union.organisation_id, kind=kind, done_on=day, due=due, since=day,
                                     done=min(due, rng.randint(due // 2, due)) if due else rng.randint(0, 80),
                                     complete=rng.random() < 0.7, recorded_at=AT)  # fmt: skip
                    row.derive()
                    yield row

    source, written = iter(rows()), 0
    while batch := list(islice(source, 2000)):
        written += len(WorkRecord.objects.bulk_create(batch))
    return written


def compare(unions: int, members: int, runs: int) -> dict[str, object]:
    """Seconds of both ways, their ratio, the number of queries, and whether every total agrees."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from benchmarks.county import make_county
    from benchmarks.scoring_by_hand import by_hand
    from zhijia.accounts.models import Post, User
    from zhijia.assessment.queries.scores import scores

    root = make_county(unions, members)
    works = make_year()
    user = User.objects.create(username="bench", full_name="测速")
    post = Post.objects.create(user=user, role="county-organiser", organisation=root, since=dt.date(2008, 1, 1))
    with CaptureQueriesContext(connection) as asked:
        found = scores(post, ON)
    hand = by_hand(connection, ON)
    wrong = [one.organisation.pk for one in found if hand[one.organisation.pk] != one.sheet.total]
    begin = time.perf_counter()
    scores(post, ON)
    once = time.perf_counter() - begin
    seconds = measured(lambda: scores(post, ON), runs), measured(lambda: by_hand(connection, ON), runs)
    return {
        "unions": len(found), "criteria": len(found[0].sheet.lines), "members": members, "work_records": works,
        "first_seconds": round(once, 3), "seconds": round(seconds[0], 3), "by_hand_seconds": round(seconds[1], 3),
        "ratio": round(seconds[0] / seconds[1], 2), "queries": len(asked), "agree": not wrong, "differ": len(wrong),
        "differences": [(pk, str(hand[pk]), str(next(o.sheet.total for o in found if o.organisation.pk == pk))) for pk in wrong[:3]],
    }  # fmt: skip


def main() -> None:
    """Command line: the county as it is, then three times the unions; the queries must not grow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unions", type=int, default=369)
    parser.add_argument("--members", type=int, default=38_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--times", type=int, default=3, help="how much larger the second county is; 1: no second")
    options = parser.parse_args()
    with scratch_home():
        found = compare(options.unions, options.members, options.runs)
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    if not found["agree"]:
        sys.exit("scores differ from those made by hand")
    if options.times > 1:
        again = [sys.executable, "-m", "benchmarks.scoring", "--times", "1", "--runs", "1",
                 "--unions", str(options.unions * options.times), "--members", str(options.members * options.times)]  # fmt: skip
        subprocess.run(again, check=True)


if __name__ == "__main__":
    main()
