"""The whole command on a file that is refused: its processor time and its memory, start-up included.

Seconds depend on who else uses the machine, so the short form compares with the command on an empty file in the same
run; the full form asks for the two seconds themselves.
"""

import compileall
import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

import zhijia
from tests.registers.imports.sheets import HEAD, line, write_xlsx

SECONDS, MEGABYTES = 2.0, 200
OLD = bytes.fromhex("d0cf11e0a1b11ae1")
# A process is charged with the memory of the one it was split from, so a small one stands between it and the tests.
PROGRAM = """
import json, os, subprocess, sys
words = [sys.executable, "-c", "from zhijia.project.cli import main; main()", *sys.argv[1:]]
child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
said = json.loads(child.stdout.read())
_, status, used = os.wait4(child.pid, 0)
child.returncode = os.waitstatus_to_exitcode(status)
print(json.dumps([child.returncode, said, used.ru_utime + used.ru_stime, used.ru_maxrss >> 10]))
"""


def exploding(folder: Path) -> Path:
    """A workbook of some kilobytes that would unpack to hundreds of megabytes."""
    good, path = write_xlsx(folder / "good.xlsx", {"a": [HEAD, line(1)]}), folder / "bomb.xlsx"
    with ZipFile(good) as old, ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as new:
        for name in old.namelist():
            with new.open(name, "w", force_zip64=True) as part:
                part.write(old.read(name))
                for _ in range(300 if name == "xl/worksheets/sheet1.xml" else 0):
                    part.write(b" " * (1 << 20))
    return path


def many_small_ones(folder: Path) -> Path:
    """Sheets each of which would be harmless."""
    good, path = (
        write_xlsx(folder / "good.xlsx", {f"表{at}": [HEAD, line(at)] for at in range(8)}),
        folder / "many.xlsx",
    )
    with ZipFile(good) as old, ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as new:
        for name in old.namelist():
            padding = b" " * (30 << 20) if name.startswith("xl/worksheets/") else b""
            new.writestr(name, old.read(name) + padding)
    return path


def truncated(folder: Path) -> Path:
    """A roster of which two thirds arrived."""
    good = write_xlsx(folder / "good.xlsx", {"a": [HEAD, *map(line, range(900))]}).read_bytes()
    path = folder / "half.xlsx"
    path.write_bytes(good[: len(good) * 2 // 3])
    return path


def encrypted(folder: Path) -> Path:
    """The container in which office programs wrap a workbook with a password."""
    path = folder / "locked.xlsx"
    path.write_bytes(OLD + bytes(600) + "EncryptedPackage".encode("utf-16-le") + os.urandom(300_000))
    return path


def broken_old_one(folder: Path) -> Path:
    """An old workbook cut off behind its first sector."""
    path = folder / "old.xls"
    path.write_bytes(OLD + bytes(2000))
    return path


def endless_line(folder: Path) -> Path:
    """Sixty megabytes of text without a second line."""
    path = folder / "line.csv"
    path.write_bytes(b"a" * (60 << 20))
    return path


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    """As set-up leaves the product: with compiled files."""
    compileall.compile_dir(Path(zhijia.__file__).parent, quiet=2)


def ran(path: Path) -> tuple[int, dict[str, object], float, int]:
    """Exit code, what was said, seconds of processor time, megabytes."""
    command = [sys.executable, "-c", PROGRAM, "import", "members", str(path), "--dry-run", "--json"]
    done = subprocess.run(command, env=os.environ | {"ZHIJIA_HOME": str(path.parent)}, capture_output=True, check=True)
    code, said, seconds, megabytes = json.loads(done.stdout)
    return code, said, seconds, megabytes


@pytest.fixture(scope="module")
def seconds_allowed(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Half as much again as the command needs to say that an empty file is empty."""
    if os.environ.get("ZHIJIA_TRIAL") == "full":
        return SECONDS
    path = tmp_path_factory.mktemp("empty") / "empty.csv"
    path.touch()
    return 1.5 * min(ran(path)[2] for _ in range(2))


@pytest.mark.parametrize(
    ("make", "level"),
    [(exploding, "too_large"), (many_small_ones, "too_large"), (truncated, "corrupt"), (encrypted, "encrypted"), (broken_old_one, "corrupt"), (endless_line, "corrupt")],
)  # fmt: skip
def test_the_command_refuses_at_once(tmp_path: Path, make: object, level: str, seconds_allowed: float) -> None:
    code, said, seconds, megabytes = ran(make(tmp_path))  # type: ignore[operator]
    assert (code, said["file_level"], said["accepted"], said["rows"]) == (1, level, 0, [])
    assert seconds < seconds_allowed and megabytes < MEGABYTES, (
        f"{seconds:.2f} of {seconds_allowed:.2f} s, {megabytes} MB"
    )
