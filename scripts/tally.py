"""Adds up the reports of the three runs of the suite and prints one plain line: N passed, N failed."""

import sys
from pathlib import Path
from xml.etree import ElementTree

ORDER = ("sqlite", "postgresql", "browser")


def counts(report: Path) -> dict[str, int]:
    """Tests, failures (errors among them) and skips of one report; a missing report counts as one failure."""
    if not report.exists():
        return {"tests": 1, "failed": 1, "skipped": 0}
    suites = list(ElementTree.parse(report).iter("testsuite"))
    number = {
        word: sum(int(suite.get(word, 0)) for suite in suites) for word in ("tests", "failures", "errors", "skipped")
    }
    return {
        "tests": number["tests"],
        "failed": number["failures"] + number["errors"],
        "skipped": number["skipped"],
    }


def main(folder: Path) -> int:
    """Print a line per run and the sum; 1 when anything failed."""
    found = [counts(folder / f"{name}.xml") for name in ORDER]
    for name, run in zip(ORDER, found, strict=True):
        print(
            f"{name}: {run['tests'] - run['failed'] - run['skipped']} passed, {run['failed']} failed, {run['skipped']} skipped"
        )
    total = {word: sum(run[word] for run in found) for word in ("tests", "failed", "skipped")}
    passed = total["tests"] - total["failed"] - total["skipped"]
    print(f"{passed} passed, {total['failed']} failed" + (f", {total['skipped']} skipped" if total["skipped"] else ""))
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
