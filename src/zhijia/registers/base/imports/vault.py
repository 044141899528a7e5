"""Uploaded sheets until they are confirmed: sealed on disk piece by piece, opened only in memory."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import IO

from django.conf import settings

from zhijia.kit.crypto import SealBroken
from zhijia.registers.base.sealing import keyring

PIECE = 1 << 20
LENGTH_BYTES = 4


def folder() -> Path:
    """Where sealed sheets lie, readable by the owner alone."""
    found = Path(settings.ZHIJIA_HOME) / "imports"
    found.mkdir(parents=True, exist_ok=True, mode=0o700)
    return found


def keep(number: int, file: IO[bytes]) -> None:
    """Seal the file of a batch. Each piece is bound to its place, the last one to being the last."""
    path = _path(number)
    with path.with_suffix(".part").open("wb") as target:
        piece, place = file.read(PIECE), 0
        while True:
            following = file.read(PIECE)
            sealed = keyring().seal_bytes(piece, _context(number, place, last=not following))
            target.write(len(sealed).to_bytes(LENGTH_BYTES, "big") + sealed)
            if not following:
                break
            piece, place = following, place + 1
    path.with_suffix(".part").replace(path)


@contextmanager
def opened(number: int, file_name: str) -> Iterator[Path]:
    """A path from which the plain file can be read; the bytes lie in memory and go with the block."""
    with in_memory() as memory, tempfile.TemporaryDirectory(prefix="zhijia-sheet-") as place:
        for piece in _pieces(number):
            memory.write(piece)
        memory.flush()
        link = Path(place) / (PurePath(file_name).name[-80:] or "sheet")
        link.symlink_to(f"/proc/{os.getpid()}/fd/{memory.fileno()}")
        yield link


def in_memory() -> IO[bytes]:
    """A file that lies in memory only and has an address of its own, so that another process may read it."""
    return os.fdopen(os.memfd_create("sheet"), "w+b")


def forget(number: int) -> None:
    """Delete the sealed file and its progress note."""
    for path in (_path(number), progress_path(number)):
        path.unlink(missing_ok=True)


def progress_path(number: int) -> Path:
    """Where a running commit notes how far it is: the database shows nothing of it before its end."""
    return folder() / f"{number}.progress"


def note_progress(number: int, done: int) -> None:
    """Rows written so far."""
    path = progress_path(number)
    path.with_suffix(".note").write_text(str(done))
    path.with_suffix(".note").replace(path)


def progress_of(number: int) -> int:
    """Rows written so far by a running commit, 0 when none runs."""
    path = progress_path(number)
    text = path.read_text() if path.exists() else ""
    return int(text) if text.isdigit() else 0


def _pieces(number: int) -> Iterator[bytes]:
    with _path(number).open("rb") as file:
        sealed, place = _piece(file), 0
        while sealed:
            following = _piece(file)
            yield keyring().open_bytes(sealed, _context(number, place, last=not following))
            sealed, place = following, place + 1


def _piece(file: IO[bytes]) -> bytes:
    head = file.read(LENGTH_BYTES)
    sealed = file.read(int.from_bytes(head, "big"))
    if head and len(sealed) != int.from_bytes(head, "big"):
        raise SealBroken
    return sealed


def _context(number: int, place: int, *, last: bool) -> str:
    return f"import.file.{number}.{place}{'.end' if last else ''}"


def _path(number: int) -> Path:
    return folder() / f"{number}.sealed"
