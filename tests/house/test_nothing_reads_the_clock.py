"""Day, moment and chance come in as arguments; only the edge reads the clock or throws dice."""

import re

from tests.house.sources import calls, modules

CLOCK = re.compile(
    r"^((dt\.|datetime\.)*(datetime|date)\.(now|today|utcnow)|time\.(time|time_ns|localtime|gmtime)"
    r"|timezone\.(now|localtime|localdate)|(functions\.)?Now|localtime|localdate)$"
)
CHANCE = re.compile(r"^(random\.(?!Random$)\w+|secrets\.\w+|uuid\.uuid[14]|uuid4|token_\w+|os\.urandom)$")
EDGE = ("src/zhijia/web/clock.py", "src/zhijia/project/management/commands/")
KEYS = ("src/zhijia/project/keys.py", "src/zhijia/kit/crypto.py")

# A page may hand the system's source of chance on, as it hands on the day.
PAGES, SOURCE = "src/zhijia/web/", "secrets.SystemRandom"


def test_only_the_edge_reads_the_clock() -> None:
    """web/clock.py and the commands."""
    found = [
        f"{module.name}:{call.lineno} {name}"
        for module in modules("src")
        if not module.name.startswith(EDGE)
        for name, call in calls(module)
        if CLOCK.match(name)
    ]
    assert found == []


def test_only_commands_and_keys_use_chance() -> None:
    """A rule that throws dice cannot be explained; keys and nonces must be thrown."""
    found = [
        f"{module.name}:{call.lineno} {name}"
        for module in modules("src")
        if not module.name.startswith((*EDGE, *KEYS))
        for name, call in calls(module)
        if CHANCE.match(name) or (name == "random.Random" and not call.args)
        if not (module.name.startswith(PAGES) and name == SOURCE)
    ]
    assert found == []
