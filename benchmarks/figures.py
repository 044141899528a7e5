"""All indicators x whole tree x 12 months, against hand-written SQL over the same rows in the same process.

Run: python -m benchmarks.figures [--unions 400] [--members 40000]
"""

import argparse
import datetime as dt
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks.scratch import scratch_home

MONTHS = [dt.date(2014, month, 1) - dt.timedelta(days=1) for month in range(2, 13)] + [dt.date(2014, 12, 31)]


def measured(work: Callable[[], object], runs: int) -> float:
    """Median seconds of `runs` runs."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def compare(unions: int, members: int, runs: int) -> dict[str, object]:
    """Seconds of both ways, their ratio, the number of queries, and whether they agree."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from benchmarks.county import make_county
    from benchmarks.figures_by_hand import FORMULAS, by_hand
    from zhijia.indicators.queries import figures
    from zhijia.orgs.models import Organisation
    from zhijia.registers.base.window import Window
    from zhijia.schemes.catalogue import catalogue

    root = make_county(unions, members)
    nodes = list(Organisation.objects.all())
    windows = [Window.year_to(day) for day in MONTHS]
    keys = sorted(FORMULAS.keys() & catalogue().indicators.keys())

    def ours() -> object:
        return figures(keys, windows, nodes, root)

    def theirs() -> object:
        return by_hand(connection, MONTHS)

    with CaptureQueriesContext(connection) as asked:
        found = figures(keys, windows, nodes, root)
    hand = by_hand(connection, MONTHS)
    wrong = [
        (key, node.pk, window.as_of)
        for (key, pk, window), value in found.items()
        for node in (nodes[0],)
        if pk == node.pk and hand[key, pk, window.as_of] != (value.top, value.bottom)
    ]
    all_equal = all(
        hand[key, pk, window.as_of] == (value.top, value.bottom) for (key, pk, window), value in found.items()
    )
    seconds = measured(ours, runs), measured(theirs, runs)
    return {
        "unions": unions, "members": members, "indicators": len(keys), "months": len(MONTHS), "figures": len(found),
        "seconds": round(seconds[0], 3), "by_hand_seconds": round(seconds[1], 3),
        "ratio": round(seconds[0] / seconds[1], 2), "queries": len(asked), "agree": all_equal, "differences": wrong[:3],
    }  # fmt: skip


def main() -> None:
    """Command line: the county as it is, then ten times the data, each in a process and a home of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unions", type=int, default=400)
    parser.add_argument("--members", type=int, default=40_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--times", type=int, default=10, help="how much larger the second county is; 1: no second")
    options = parser.parse_args()
    if options.times <= 1:
        with scratch_home():
            print(json.dumps(compare(options.unions, options.members, options.runs), ensure_ascii=False))
        return
    small = _apart(options.unions, options.members, options.runs)
    large = _apart(options.unions * options.times, options.members * options.times, max(1, options.runs // 2))
    growth = round(float(str(large["seconds"])) / float(str(small["seconds"])), 1)
    print(json.dumps({"county": small, "larger": large, "times_the_data": options.times, "times_the_seconds": growth}))


def _apart(unions: int, members: int, runs: int) -> dict[str, object]:
    """One measurement in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.figures", "--times", "1", "--unions", str(unions)]
    command += ["--members", str(members), "--runs", str(runs)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
