"""`zhijia verify`: every invariant of every app over the stored data; run it each night."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from django.apps import apps
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext

from zhijia.kit.finding import Finding
from zhijia.project.command import Command as Base

Check = Callable[[], Iterator[Finding]]


def checks() -> Iterator[tuple[str, Check]]:
    """(name, check) of every `check_*` in an app's checks.py, in order of the apps."""
    for config in apps.get_app_configs():
        if config.name.startswith("zhijia.") and module_has_submodule(config.module, "checks"):
            module = import_module(f"{config.name}.checks")
            for name in sorted(vars(module)):
                if name.startswith("check_") and vars(module)[name].__module__ == module.__name__:
                    yield f"{config.label}.{name}", vars(module)[name]


class Command(Base):
    """Run all checks; exit 1 when one finds something."""

    help = "walk all stored data and name what should not be so"

    def work(self, **options: Any) -> dict[str, Any]:
        """Checks run, and what they found."""
        named = list(checks())
        found: list[dict[str, str]] = []
        for done, (name, check) in enumerate(named, start=1):
            for finding in check():
                sentence = finding.problem.sentence(gettext)
                found.append({"check": name, "where": finding.where, "sentence": sentence})
            self.progress(done, len(named), name)
        return {"checks": [name for name, _ in named], "findings": found}

    def handle(self, *args: Any, **options: Any) -> None:
        """As every command; findings make the exit code 1."""
        self.found = 0
        super().handle(*args, **options)
        if self.found:
            raise SystemExit(1)

    def spoken(self, work: Callable[..., Any], **options: Any) -> Any:
        """Remember how much was found."""
        result = super().spoken(work, **options)
        self.found = len(result["findings"])
        return result

    def show(self, result: Any) -> None:
        """One line per finding, one for the sum."""
        for finding in result["findings"]:
            self.stdout.write(f"{finding['where']}: {finding['sentence']}")
        numbers = {"checks": len(result["checks"]), "findings": len(result["findings"])}
        self.stdout.write(gettext("检查%(checks)s项，发现%(findings)s处问题。") % numbers)
