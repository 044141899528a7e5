"""The star scheme for enterprises by hand: eight statements over the registers, then the points in plain Python.

Written from the handbook without a look at the sheet of the catalogue; what it gives is compared union by union.
"""

import datetime as dt
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

CENT = Decimal("0.01")
Row = dict[str, Any]


def by_hand(connection: Any, on: dt.date) -> dict[int, Decimal]:
    """Total by number of organisation, as of a day on which nothing was judged or asked."""
    since = on.replace(year=on.year - 1)
    three = on.replace(year=on.year - 3)
    living = "version_of_id is null and known_until is null"
    with connection.cursor() as cursor:

        def ask(sql: str, *values: object) -> list[tuple[Any, ...]]:
            cursor.execute(sql, values)
            return list(cursor.fetchall())

        unions = ask(
            f"select organisation_id, reply_no, has_own_account from organising_union where {living} and state='ACTIVE'"
        )
        legal = {
            o
            for (o,) in ask(
                f"select organisation_id from organising_legalcertificate where {living} and valid_from <= %s and valid_until >= %s and (cancelled_on is null or cancelled_on > %s)",
                on,
                on,
                on,
            )
        }
        firms = {
            o: (e, m, w)
            for o, e, m, w in ask(
                f"select organisation_id, sum(employees), sum(migrants), sum(women) from organising_employer where {living} and union_id is not null group by 1"
            )
        }
        members = {
            o: rest
            for o, *rest in ask(
                f"""select organisation_id, count(*), sum(is_migrant), sum(sex='2'),
            sum(id_digest<>'' and nation<>'' and education<>'' and political<>'' and mobile_tail<>'' and hukou_type<>''
            and employ_form<>'' and joined_on is not null and confirmed_on > %s and confirmed_on <= %s)
            from organising_member where {living} and state in ('ACTIVE','TRANSFER_OUT') group by 1""",
                on.replace(year=on.year - 2),
                on,
            )
        }
        overdue = dict(
            ask(
                f"""select organisation_id, due_on from organising_unionterm t where {living} and due_on < %s and not exists
            (select 1 from organising_unionterm n where n.union_id=t.union_id and n.number=t.number+1
            and n.version_of_id is null and n.known_until is null and n.starts_on <= %s)""",
                on,
                on,
            )
        )
        contracts: dict[tuple[int, str], list[Any]] = defaultdict(list)
        for o, kind, wage, signed in ask(
            f"select organisation_id, kind, wage_clauses, signed_on from relations_contract where {living} and effective_on <= %s and ends_on >= %s and (ended_on is null or ended_on > %s)",
            on,
            on,
            on,
        ):
            contracts[o, kind].append(signed)
            if kind == "COMP" and wage:
                contracts[o, "WAGE"].append(signed)
        chairs = dict(
            ask(
                f"select organisation_id, max(full_time) from organising_position where {living} and role='chair' group by 1"
            )
        )
        year: dict[int, dict[str, Row]] = defaultdict(dict)
        for o, kind, n, full, due, done, quarters in ask(
            f"""select organisation_id, kind, count(*), sum(complete), sum(due), sum(done), count(distinct quarter)
            from organising_workrecord where {living} and done_on > %s and done_on <= %s group by 1, 2""",
            since,
            on,
        ):
            year[o][kind] = {"n": n, "full": full, "due": due, "done": done, "quarters": quarters}
        longer: dict[int, set[str]] = defaultdict(set)
        for o, kind in ask(
            f"select distinct organisation_id, kind from organising_workrecord where {living} and done_on > %s and done_on <= %s",
            three,
            on,
        ):
            longer[o].add(kind)
    return {
        o: _total(on, reply, o in legal, own, firms.get(o, (0, 0, 0)), members.get(o, [0, 0, 0, 0]), overdue.get(o),
                  {kind: contracts.get((o, kind), []) for kind in ("WAGE", "COMP", "SAFETY", "WOMEN")}, chairs.get(o, 0),
                  year[o], longer[o], since)
        for o, reply, own in unions
    }  # fmt: skip


def _rate(year: dict[str, Row], kind: str) -> float | None:
    row = year.get(kind)
    return 100 * row["done"] / row["due"] if row and row["due"] else None


def _linear(value: float | None, low: float, high: float, points: float) -> float:
    return 0 if value is None else points * min(1, max(0, (value - low) / (high - low)))


def _steps(value: float | None, *steps: tuple[float, float]) -> float:
    return next((points for bound, points in steps if value is not None and value >= bound), 0)


def _total(on: Any, reply: str, legal: Any, own: Any, firm: Any, member: Any, due: Any, held: dict[str, list[Any]],
           full_time: Any, year: dict[str, Row], longer: set[str], since: Any) -> Decimal:  # fmt: skip
    employees, migrants, women = firm
    people, movers, sisters, real = member
    had = {kind: row["n"] for kind, row in year.items()}
    kept = "KEPT" in had
    most = 100.0

    def one(*kinds: str) -> int:
        return sum(kind in had for kind in kinds)

    points = [
        (reply != "") + 2 * legal,
        3 if due is None else float((on - due).days <= 180),
    ]
    # No bodies stand in the measured county: audit and women's committees count where they are not owed.
    points.append(0.5 * (not (own and people >= 25)) + 0.5 * (sisters < 10))
    points.append(_steps(100 * people / employees if employees else None, (95, 5), (90, 4), (85, 2.5), (80, 1)))
    if migrants:
        points.append(_linear(100 * movers / migrants, 60, 90, 2))
    else:
        most -= 2
    points.append(_steps(100 * real / people if people else None, (98, 2), (90, 1)))
    points.append(float(employees < 200 or bool(full_time)))
    congress = year.get("CONGRESS")
    points.append(4 if congress and congress["full"] else 2 if congress else 0)
    points.append(1 if _rate(year, "PROPOSAL") is None else _linear(_rate(year, "PROPOSAL"), 50, 90, 2))
    points.append(min(3, 0.75 * year.get("DISCLOSURE", {"quarters": 0})["quarters"]))
    most -= 1  # nobody has a board
    points.append(one("FUNDSOPEN"))
    said = year.get("SUGGEST", {"due": 0, "done": 0})
    points.append(
        float(bool(employees) and said["due"] * 10 >= employees)
        + float(bool(said["due"]) and said["done"] * 10 >= 3 * said["due"])
    )
    points.append(2.0 * bool(held["COMP"]))  # none is filed
    fresh = any(signed > since for signed in held["WAGE"])
    points.append(5 if fresh else 3 if held["WAGE"] else one("OFFER"))
    if women:
        points.append(2.0 * bool(held["WOMEN"]))
    else:
        most -= 2
    points.append(3.0 * bool(held["SAFETY"]))
    points.append(_steps(_rate(year, "LABOUR"), (98, 2), (95, 1)))
    points.append(float(_rate(year, "MEDIATION") is None or (_rate(year, "MEDIATION") or 0) >= 80))
    hazards = _rate(year, "HAZARD")
    points.append((had.get("SAFETY", 0) >= 4) + (hazards is None or hazards >= 95) + one("ANKANG"))
    points.append(max(_steps(_rate(year, "HARDSHIP"), (100, 3), (90, 2), (80, 1)), 2 * one("NOHARDSHIP")))
    points.append(one("WARMTH", "COOL", "STUDY", "SICK", "FESTIVAL"))
    points.append(_steps(_rate(year, "MUTUAL"), (80, 2), (50, 1)))

    def share(kind: str) -> float | None:
        return 100 * year.get(kind, {"done": 0})["done"] / employees if employees else None

    points.append(2 * one("CONTEST") + _linear(share("CONTEST"), 20, 60, 2))
    points.append(_steps(share("SKILL"), (50, 2), (30, 1)) + _linear(share("MENTOR"), 0, 1, 2))
    points.append(("READING" in longer) + min(3, 0.75 * had.get("CULTURE", 0)))
    points.append(("STUDIO" in longer) + ("HONOUR" in longer))
    points.append(_steps(_rate(year, "FUNDS"), (100, 3), (95, 2), (80, 1)))
    if kept:
        most -= 1
    points.append((0 if kept else float(bool(own))) + one("AUDIT"))
    written = sum(had.values())
    points.append(_linear(100 * sum(row["full"] for row in year.values()) / written if written else None, 0, 100, 1))
    raw = sum(Decimal(str(round(each, 6))).quantize(CENT, ROUND_HALF_UP) for each in points)
    return (raw * 100 / Decimal(str(most))).quantize(CENT, ROUND_HALF_UP)
