"""A clean roster by the import of the house, beside django-import-export on the same rows and the same table.

Run: python -m benchmarks.imports [--rows 200000]. The other side is spared what the house does besides: it seals,
derives, checks, de-duplicates and journals nothing, and finds a union without a query a row.
"""

import argparse
import csv
import datetime as dt
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.scratch import scratch_home

HEAD = ("姓名", "性别", "身份证号", "所在单位", "入会日期", "联系电话")
AT = dt.datetime(2014, 7, 10, tzinfo=dt.UTC)
UNIONS = 400
# The slower sides are measured on fewer rows; their seconds grow with the rows.
SHARE = {"csv": 1, "xlsx": 1, "default": 100, "bulk": 10}


def rows_of(names: list[str], count: int, seed: int = 7) -> list[list[str]]:
    """Persons with valid numbers, none twice."""
    from zhijia.kit.identity.id_number import make_id

    rng, rows = random.Random(seed), []
    for at in range(count):
        born, sex = dt.date(1955, 1, 1) + dt.timedelta(days=at % 13_000), "male" if at % 2 else "female"
        number = make_id(f"{320100 + at // 6_500_000:06d}", born, at // 13_000 % 500, sex)
        given = rng.choice("建国秀英志强海燕玉兰文军华丽") + rng.choice("敏静伟芳娜磊洋勇艳杰涛明")
        day = f"2012-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"
        rows.append([rng.choice("王李张刘陈杨赵黄周吴") + given, "男" if sex == "male" else "女", number,
                     rng.choice(names), day, f"138{rng.randrange(10**8):08d}"])  # fmt: skip
    return rows


def write(path: Path, rows: list[list[str]]) -> Path:
    """The rows as a file of the kind its ending says."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEAD, *rows])
        return path
    from xlsxwriter import Workbook

    with Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([HEAD, *rows]):
            sheet.write_row(at, 0, row)
    return path


def ours(path: Path) -> int:
    """Read, judged, sealed, de-duplicated, written and journalled."""
    from zhijia.registers.base.imports.direct import import_file
    from zhijia.registers.base.register import register_of

    tally = import_file(
        register_of("organising.member"), path, by=None, at=AT, default=None, watch=lambda row: None
    )  # fmt: skip
    return tally.accepted


def theirs(rows: list[list[str]], *, bulk: bool) -> int:
    """A resource of django-import-export on the table of members; numbers stay as they are."""
    from import_export import fields, resources, widgets
    from tablib import Dataset

    from zhijia.orgs.models import Organisation
    from zhijia.registers.organising.models import Member

    nodes = {node.name: node for node in Organisation.objects.all()}

    class Known(widgets.Widget):  # type: ignore[misc]
        def clean(self, value: str, row: Any = None, **more: Any) -> Organisation:
            return nodes[value]

    class People(resources.ModelResource):  # type: ignore[misc]
        name = fields.Field("name", HEAD[0])
        number = fields.Field("id_digest", HEAD[2])
        organisation = fields.Field("organisation", HEAD[3], widget=Known())
        joined_on = fields.Field("joined_on", HEAD[4], widget=widgets.DateWidget())
        mobile = fields.Field("remark", HEAD[5])

        class Meta:
            model, import_id_fields, force_init_instance = Member, (), True
            fields = ("name", "number", "organisation", "joined_on", "mobile")
            use_bulk = skip_diff = bulk

        def before_save_instance(self, instance: Any, row: Any, **more: Any) -> None:
            instance.since, instance.recorded_at = AT.date(), AT

    done = People().import_data(Dataset(*rows, headers=HEAD), raise_errors=True)
    return int(done.totals["new"])


def measure(way: str, count: int) -> dict[str, object]:
    """One way in an empty county; seconds, rows a second, processor time a row and the largest memory."""
    from benchmarks.county import make_county
    from zhijia.orgs.models import Organisation

    make_county(UNIONS, 0)
    rows = rows_of(list(Organisation.objects.filter(kind="40").values_list("name", flat=True)), count)
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / f"roster.{way}", rows) if way in ("csv", "xlsx") else Path()
        work: Callable[[], int] = (lambda: ours(path)) if path.name else lambda: theirs(rows, bulk=way == "bulk")
        if path.name:
            rows = []
        begun, worked = time.perf_counter(), time.process_time()
        accepted = work()
        seconds, worked = time.perf_counter() - begun, time.process_time() - worked
    assert accepted == count
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"way": way, "rows": count, "seconds": round(seconds, 2), "rows_a_second": round(count / seconds),
            "cpu_us_a_row": round(worked / count * 1e6, 1), "peak_mb": peak}  # fmt: skip


def main() -> None:
    """Each way in a process and a home of its own, one after the other, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--way", choices=SHARE)
    options = parser.parse_args()
    if options.way:
        with scratch_home():
            print(json.dumps(measure(options.way, options.rows)))
        return
    found = {}
    for way, share in SHARE.items():
        command = [sys.executable, "-m", "benchmarks.imports", "--way", way, "--rows", str(options.rows // share)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        found[way] = json.loads(done.stdout.splitlines()[-1])
        print(json.dumps(found[way]), flush=True)
    speed = {way: one["rows_a_second"] for way, one in found.items()}
    print(json.dumps({f"{file} beside {way}": round(speed[file] / speed[way], 1)
                      for file in ("csv", "xlsx") for way in ("default", "bulk")}))  # fmt: skip


if __name__ == "__main__":
    main()
