"""Secrets of one installation, made at first use and kept only in ZHIJIA_HOME, readable by its owner alone."""

import base64
import os
import secrets
from pathlib import Path


def secret(home: Path, name: str, length: int = 32) -> bytes:
    """The secret called `name`, created with `length` random bytes when the home does not hold it yet."""
    folder = home / "keys"
    path = folder / name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return _read(path)
        with os.fdopen(handle, "wb") as file:
            file.write(base64.urlsafe_b64encode(secrets.token_bytes(length)))
    return _read(path)


def _read(path: Path) -> bytes:
    return base64.urlsafe_b64decode(path.read_bytes())
