"""Environment of the process, read once, refusing what cannot be understood."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit


class BadEnvironment(SystemExit):
    """A setting nobody can work with; the process stops with one sentence."""


def text(name: str, default: str = "") -> str:
    """A plain value; blanks around it are dropped."""
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    """A yes/no value: 1/0, true/false, yes/no, on/off."""
    raw = text(name, "1" if default else "0").lower()
    if raw in {"1", "true", "yes", "on"}:
        return True
    if raw in {"0", "false", "no", "off", ""}:
        return False
    raise BadEnvironment(f"{name} 只能是 1 或 0，现在是“{raw}”。 / {name} must be 1 or 0, it is '{raw}'.")


def number(name: str, default: int) -> int:
    """A whole number not below zero."""
    raw = text(name, str(default))
    if not raw.isdigit():
        raise BadEnvironment(f"{name} 应为整数，现在是“{raw}”。 / {name} must be a whole number, it is '{raw}'.")
    return int(raw)


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """A folder, absolute."""
    return Path(text(name, str(default))).expanduser().resolve()


def database(home: Path) -> dict[str, object]:
    """Django's database settings: SQLite in `home` unless DATABASE_URL names a PostgreSQL server."""
    url = text("DATABASE_URL")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "zhijia.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; "
                "PRAGMA mmap_size=134217728; PRAGMA temp_store=MEMORY;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise BadEnvironment("DATABASE_URL 应以 postgres:// 开头。 / DATABASE_URL must begin with postgres://.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": number("ZHIJIA_DB_POOL", 8)}},
    }
