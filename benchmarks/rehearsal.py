"""One aid edition rehearsed over many generated files: the house on SQLite and DuckDB, beside OpenFisca and SQL by hand.

Run: python -m benchmarks.rehearsal [--files 1000000]. Everybody has the data loaded and answers the same question: how
many files are granted, how many refused, and what it costs. All must agree to the file and the fen. OpenFisca keeps what it
has computed, so each of its runs begins with a new simulation whose inputs are set from arrays that lie ready.
"""

import argparse
import datetime as dt
import json
import sqlite3
import time
from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np

from benchmarks.rehearsal_by_hand import SQL, openfisca_answer
from benchmarks.scratch import scratch_home

EDITION, DAY, SEED = "living-aid.2014", dt.date(2014, 8, 20), 20140820
Columns = dict[str, Any]
Answer = tuple[int, int, int, int]


def files(count: int) -> Columns:
    """So many families near and far from the lines; whole yuan, so that floats of others are exact too."""
    rng = np.random.default_rng(SEED)
    some = lambda share: rng.random(count) < share  # noqa: E731 - one draw after another
    income = rng.integers(0, 160_000, count)
    return {
        "family": rng.integers(1, 7, count), "income": income * 100, "cost": (income * rng.random(count) * 0.6).astype(np.int64) * 100,
        "loss": np.where(some(0.9), 0, rng.integers(0, 160_000, count)) * 100, "casualty": some(0.01),
        "dwellings": np.where(some(0.93), 1, 2), "car": some(0.06), "business": some(0.03), "school": some(0.02),
        "employed_since": np.datetime64("2010-01-01") + rng.integers(0, 1690, count), "member": some(0.96),
        "migrant": some(0.3), "application": some(0.99), "household": some(0.98), "authorisation": some(0.98),
        "income-proof": some(0.95), "receipts": some(0.97), "event-proof": some(0.9),
    }  # fmt: skip


def on_sqlite(data: Columns) -> sqlite3.Connection:
    """The files as a table of SQLite."""
    known = sqlite3.connect(":memory:")
    names = ", ".join(f'"{name}" {"TEXT" if values.dtype.kind == "M" else "INTEGER"}' for name, values in data.items())
    known.execute(f"CREATE TABLE files ({names})")
    lists = [values.astype(str if values.dtype.kind == "M" else np.int64).tolist() for values in data.values()]
    known.executemany(f"INSERT INTO files VALUES ({', '.join('?' * len(lists))})", zip(*lists, strict=True))
    return known


def on_duckdb(data: Columns) -> duckdb.DuckDBPyConnection:
    """The files as a table of DuckDB."""
    known = duckdb.connect()
    known.execute("SET threads = 1")
    known.register(
        "given",
        {
            name: values.astype("datetime64[us]") if values.dtype.kind == "M" else values
            for name, values in data.items()
        },
    )
    known.execute(
        'CREATE TABLE files AS SELECT * REPLACE (CAST("employed_since" AS DATE) AS "employed_since") FROM given'
    )
    return known


def best(work: Callable[[], Any], runs: int) -> tuple[float, Answer]:
    """Processor seconds of the quickest of some runs, which do not depend on what else the machine does; and the answer."""
    quickest, answer = float("inf"), None
    for _ in range(runs):
        begun = time.process_time()
        answer = work()
        quickest = min(quickest, time.process_time() - begun)
    assert answer is not None
    files_, granted, refused, fen = answer
    return quickest, (int(files_), int(granted), int(refused), int(fen))


def measure(count: int, runs: int) -> dict[str, Any]:
    """All five on the same files."""
    from zhijia.schemes.catalogue import catalogue
    from zhijia.schemes.grants import book_of
    from zhijia.schemes.grants.rehearsal import question

    edition = catalogue().cases[EDITION]
    asked = question(edition, book_of(edition, DAY, catalogue()), "files")
    data = files(count)
    lite, duck = on_sqlite(data), on_duckdb(data)
    plain = [one.isoformat() if isinstance(one, dt.date) else one for one in asked.params]
    ways: dict[str, Callable[[], Any]] = {
        "house on sqlite": lambda: lite.execute(asked.marked("?"), plain).fetchone(),
        "by hand on sqlite": lambda: lite.execute(SQL).fetchone(),
        "house on duckdb": lambda: duck.execute(asked.marked("?"), list(asked.params)).fetchone(),
        "by hand on duckdb": lambda: duck.execute(SQL).fetchone(),
        "openfisca": openfisca_answer(data),
    }
    found = {name: best(work, runs) for name, work in ways.items()}
    answers = {answer for _, answer in found.values()}
    seconds = {name: round(quickest, 3) for name, (quickest, _) in found.items()}
    files_, granted, refused, fen = found["house on sqlite"][1]
    return {
        "files": files_, "granted": granted, "refused": refused, "open": files_ - granted - refused, "yuan": fen / 100,
        "agree": len(answers) == 1, "seconds": seconds,
        "sqlite beside openfisca": round(found["openfisca"][0] / found["house on sqlite"][0], 2),
        "duckdb beside openfisca": round(found["openfisca"][0] / found["house on duckdb"][0], 1),
        "sqlite beside hand": round(found["house on sqlite"][0] / found["by hand on sqlite"][0], 2),
        "duckdb beside hand": round(found["house on duckdb"][0] / found["by hand on duckdb"][0], 2),
    }  # fmt: skip


def main() -> None:
    """One line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with scratch_home():
        print(json.dumps(measure(options.files, options.runs), ensure_ascii=False))


if __name__ == "__main__":
    main()
