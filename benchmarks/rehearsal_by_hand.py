"""The same rule by other hands: SQL as a person would write it, and OpenFisca with one small variable for each condition."""

from collections.abc import Callable
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import ETERNITY, YEAR
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

# A living line of 800 yuan a head a month; deep below it, relative below twice, by accident above 80 % of the income.
SQL = """
SELECT COUNT(*), COUNT(*) FILTER (WHERE ok), COUNT(*) FILTER (WHERE no),
       SUM(CASE WHEN net < 960000 * family THEN 300000 WHEN net < 1920000 * family THEN 200000 ELSE 300000 END) FILTER (WHERE ok)
FROM (SELECT family, income - cost AS net,
             member AND (income - cost < 1920000 * family OR casualty OR loss * 5 > income * 4)
             AND application AND household AND authorisation AND "income-proof" AND (cost <= 0 OR receipts)
             AND ((loss <= 0 AND NOT casualty) OR "event-proof")
             AND NOT ((migrant AND employed_since > '2013-08-20') OR dwellings > 1 OR business OR school OR car) AS ok,
             NOT member OR (migrant AND employed_since > '2013-08-20') OR dwellings > 1 OR business OR school OR car
             OR ("income-proof" AND NOT casualty AND income - cost >= 1920000 * family AND loss * 5 <= income * 4) AS no
      FROM files) AS judged
"""
FACTS = ("family", "income", "cost", "loss", "casualty", "dwellings", "car", "business", "school", "member", "migrant",
         "application", "household", "authorisation", "income_proof", "receipts", "event_proof", "employed_days")  # fmt: skip
PERIOD = "2014"
KINDS = {"b": bool, "i": int, "f": float}
LINE = 800.0

File = build_entity(key="file", plural="files", label="an application", is_person=True)


def _given(name: str, kind: type) -> type[Variable]:
    return type(name, (Variable,), {"value_type": kind, "entity": File, "definition_period": ETERNITY})


class net(Variable):  # noqa: N801 - OpenFisca names variables by their class
    """Income less accepted costs, yuan."""

    value_type, entity, definition_period = float, File, YEAR

    def formula(file: Any, period: Any) -> Any:  # noqa: N805
        return file("income", period) - file("cost", period)


class deep(Variable):  # noqa: N801
    """Below the line."""

    value_type, entity, definition_period = bool, File, YEAR

    def formula(file: Any, period: Any) -> Any:  # noqa: N805
        return file("net", period) < 12 * LINE * file("family", period)


class relative(Variable):  # noqa: N801
    """Below twice the line."""

    value_type, entity, definition_period = bool, File, YEAR

    def formula(file: Any, period: Any) -> Any:  # noqa: N805
        return file("net", period) < 24 * LINE * file("family", period)


class accident(Variable):  # noqa: N801
    """Somebody hurt, or a loss above 80 % of the income."""

    value_type, entity, definition_period = bool, File, YEAR

    def formula(file: Any, period: Any) -> Any:  # noqa: N805
        return file("casualty", period) + (file("loss", period) * 5 > file("income", period) * 4)


class barred(Variable):  # noqa: N801
    """What rules a family out."""

    value_type, entity, definition_period = bool, File, YEAR

    def formula(file: Any, period: Any) -> Any:  # noqa: N805
        short = file("migrant", period) * (file("employed_days", period) < 365)
        more = file("business", period) + file("school", period) + file("car", period)
        return short + (file("dwellings", period) > 1) + more


class papers(Variable):  # noqa: N801
    """Every paper asked for is there."""

    value_type, entity, definition_period = bool, File, YEAR

    def formula(file: Any, period: Any) -> Any:  # noqa: N805
        always = file("application", period) * file("household", period) * file("authorisation", period)
        receipts = (file("cost", period) <= 0) + file("receipts", period)
        event = np.logical_not((file("loss", period) > 0) + file("casualty", period)) + file("event_proof", period)
        return always * file("income_proof", period) * receipts * event


class granted(Variable):  # noqa: N801
    """Everything met."""

    value_type, entity, definition_period = bool, File, YEAR

    def formula(file: Any, period: Any) -> Any:  # noqa: N805
        kind = file("deep", period) + file("relative", period) + file("accident", period)
        return file("member", period) * kind * file("papers", period) * np.logical_not(file("barred", period))


class refused(Variable):  # noqa: N801
    """Barred, no member, or proved to be above every line."""

    value_type, entity, definition_period = bool, File, YEAR

    def formula(file: Any, period: Any) -> Any:  # noqa: N805
        above = np.logical_not(file("relative", period)) * np.logical_not(file("accident", period))
        return file("barred", period) + np.logical_not(file("member", period)) + above * file("income_proof", period)


class aid(Variable):  # noqa: N801
    """Yuan a year."""

    value_type, entity, definition_period = float, File, YEAR

    def formula(file: Any, period: Any) -> Any:  # noqa: N805
        kinds = [file("deep", period), file("relative", period), file("accident", period)]
        return np.select(kinds, [3000, 2000, 3000], 0) * file("granted", period)


def openfisca_answer(data: dict[str, Any]) -> Callable[[], tuple[int, int, int, int]]:
    """The question asked of OpenFisca: each run sets the inputs from arrays and computes everything anew."""
    system = TaxBenefitSystem([File])
    given = _inputs(data)
    system.add_variables(*(_given(name, KINDS[given[name].dtype.kind]) for name in FACTS))
    system.add_variables(net, deep, relative, accident, barred, papers, granted, refused, aid)
    count = len(data["income"])

    def simulation() -> Any:
        made = SimulationBuilder().build_default_simulation(system, count)
        for name in FACTS:
            made.set_input(name, ETERNITY, given[name])
        return made

    def answer() -> tuple[int, int, int, int]:
        here = simulation()
        yes, no = here.calculate("granted", PERIOD), here.calculate("refused", PERIOD)
        return (
            count,
            int(yes.sum()),
            int(no.sum()),
            round(float(here.calculate("aid", PERIOD).sum(dtype=np.float64)) * 100),
        )

    return answer


def _inputs(data: dict[str, Any]) -> dict[str, Any]:
    """Yuan and days in the types of OpenFisca."""
    made = {name.replace("-", "_"): values for name, values in data.items() if name != "employed_since"}
    for name in ("income", "cost", "loss"):
        made[name] = (made[name] // 100).astype(np.float32)
    for name in ("family", "dwellings"):
        made[name] = made[name].astype(np.int32)
    days = np.datetime64("2014-08-20") - data["employed_since"].astype("datetime64[D]")
    return {**made, "employed_days": days.astype(np.int32)}
