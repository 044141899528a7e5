"""The same figures as a good engineer would write them by hand: one SQL statement per register and month, sums in Python."""

import datetime as dt
from collections import defaultdict
from typing import Any

UNDER = "x.since <= :d AND (x.until IS NULL OR x.until > :d) AND x.known_until IS NULL"
MEMBER = f"""
SELECT x.organisation_id,
 COUNT(*) FILTER (WHERE x.state IN ('ACTIVE','TRANSFER_OUT')),
 COUNT(*) FILTER (WHERE x.state IN ('ACTIVE','TRANSFER_OUT') AND x.is_migrant),
 COUNT(*) FILTER (WHERE x.state IN ('ACTIVE','TRANSFER_OUT') AND x.sex = '2'),
 COUNT(*) FILTER (WHERE x.state IN ('ACTIVE','TRANSFER_OUT') AND x.id_digest <> '' AND x.nation <> ''
   AND x.education <> '' AND x.political <> '' AND x.mobile_tail <> '' AND x.hukou_type <> '' AND x.employ_form <> ''
   AND x.joined_on IS NOT NULL AND x.confirmed_on > :two_years AND x.confirmed_on <= :d),
 COUNT(*) FILTER (WHERE x.state IN ('ACTIVE','TRANSFER_OUT') AND x.joined_on BETWEEN :y AND :d),
 COUNT(*) FILTER (WHERE x.state IN ('ACTIVE','TRANSFER_OUT') AND x.joined_on BETWEEN '2014-05-01' AND '2014-06-30')
FROM organising_member x WHERE {UNDER} GROUP BY 1"""
EMPLOYER = f"""
SELECT x.organisation_id,
 COUNT(*) FILTER (WHERE x.union_id IS NOT NULL),
 COUNT(*) FILTER (WHERE x.union_id IS NOT NULL AND op),
 COUNT(*) FILTER (WHERE op),
 COALESCE(SUM(x.employees) FILTER (WHERE x.union_id IS NOT NULL), 0),
 COALESCE(SUM(x.migrants) FILTER (WHERE x.union_id IS NOT NULL), 0),
 COUNT(*) FILTER (WHERE op AND x.union_id IS NULL AND x.employees >= 50),
 COUNT(*) FILTER (WHERE op AND x.union_id IS NULL AND x.employees >= 25 AND x.employees < 50),
 COUNT(*) FILTER (WHERE op AND x.union_id IS NULL AND x.employees < 25),
 COUNT(*) FILTER (WHERE op AND x.employees >= 50 AND (x.unionised_on IS NULL OR x.unionised_on >= :y) AND x.union_id IS NOT NULL),
 COUNT(*) FILTER (WHERE op AND x.employees >= 50 AND (x.unionised_on IS NULL OR x.unionised_on >= :y)),
 COUNT(*) FILTER (WHERE op AND x.two_new AND x.union_id IS NOT NULL),
 COUNT(*) FILTER (WHERE op AND x.two_new),
 COUNT(*) FILTER (WHERE op AND x.unit_kind = 'E' AND x.union_id IS NOT NULL),
 COUNT(*) FILTER (WHERE op AND x.unit_kind = 'E' AND x.union_id IS NOT NULL AND u.kind = '40'),
 COUNT(*) FILTER (WHERE op AND x.unit_kind = 'E' AND x.union_id IS NOT NULL AND x.unionised_on BETWEEN :y AND :d)
FROM (SELECT *, operating_state IN ('1','2') AND employees >= 1 AS op FROM organising_employer) x
LEFT JOIN organising_union u ON u.id = x.union_id
WHERE {UNDER} GROUP BY 1"""
UNION = f"""
SELECT x.organisation_id,
 COUNT(*) FILTER (WHERE g), COUNT(*) FILTER (WHERE g AND x.founded_on BETWEEN :y AND :d),
 COUNT(*) FILTER (WHERE g AND x.founded_on BETWEEN '2014-05-01' AND '2014-06-30'),
 COUNT(*) FILTER (WHERE g AND m.n >= 25 AND l.organisation_id IS NOT NULL), COUNT(*) FILTER (WHERE g AND m.n >= 25),
 COUNT(*) FILTER (WHERE g AND e.n >= 200 AND p.organisation_id IS NOT NULL), COUNT(*) FILTER (WHERE g AND e.n >= 200)
FROM (SELECT *, state = 'ACTIVE' AND kind IN ('40','41') AS g FROM organising_union) x
LEFT JOIN (SELECT organisation_id, COUNT(*) n FROM organising_member WHERE version_of_id IS NULL AND known_until IS NULL
  AND state IN ('ACTIVE','TRANSFER_OUT') GROUP BY 1) m ON m.organisation_id = x.organisation_id
LEFT JOIN (SELECT u.organisation_id, SUM(e.employees) n FROM organising_employer e JOIN organising_union u ON u.id = e.union_id
  WHERE e.version_of_id IS NULL AND e.known_until IS NULL GROUP BY 1) e ON e.organisation_id = x.organisation_id
LEFT JOIN (SELECT DISTINCT organisation_id FROM organising_position WHERE version_of_id IS NULL AND known_until IS NULL
  AND role IN ('chair','vice-chair') AND full_time AND starts_on <= :d AND (ends_on IS NULL OR ends_on > :d)) p
  ON p.organisation_id = x.organisation_id
LEFT JOIN (SELECT DISTINCT organisation_id FROM organising_legalcertificate WHERE since <= :d AND known_until IS NULL
  AND (until IS NULL OR until > :d) AND valid_from <= :d AND valid_until >= :d
  AND (cancelled_on IS NULL OR cancelled_on > :d)) l ON l.organisation_id = x.organisation_id
WHERE {UNDER} GROUP BY 1"""
TERM = f"""
SELECT x.organisation_id,
 COUNT(*) FILTER (WHERE x.ends_on BETWEEN :y AND :d AND n.starts_on <= x.due_on),
 COUNT(*) FILTER (WHERE x.ends_on BETWEEN :y AND :d),
 COUNT(*) FILTER (WHERE x.due_on < :d AND (n.id IS NULL OR n.starts_on > :d))
FROM organising_unionterm x
LEFT JOIN organising_unionterm n ON n.union_id = x.union_id AND n.number = x.number + 1
  AND n.version_of_id IS NULL AND n.known_until IS NULL
WHERE {UNDER} GROUP BY 1"""
CONTRACT = f"""
SELECT e.organisation_id,
 COUNT(DISTINCT e.id) FILTER (WHERE w), COUNT(DISTINCT e.id) FILTER (WHERE x.kind = 'SAFETY'),
 COUNT(DISTINCT e.id) FILTER (WHERE x.kind = 'WOMEN'), COUNT(DISTINCT e.id) FILTER (WHERE w AND u.kind = '40'),
 COUNT(DISTINCT e.id) FILTER (WHERE w AND e.unionised_on BETWEEN :y AND :d)
FROM (SELECT *, kind = 'WAGE' OR (kind = 'COMP' AND wage_clauses) AS w FROM relations_contract) x
JOIN organising_employer e ON e.id = x.employer_id
JOIN organising_union u ON u.id = e.union_id
WHERE {UNDER} AND x.effective_on <= :d AND x.ends_on >= :d AND (x.ended_on IS NULL OR x.ended_on > :d)
 AND e.unit_kind = 'E' AND e.operating_state IN ('1','2') AND e.employees >= 1
 AND e.since <= :d AND (e.until IS NULL OR e.until > :d) AND e.known_until IS NULL
GROUP BY 1"""

# indicator -> (register, column) of numerator and denominator
FORMULAS: dict[str, tuple[tuple[str, int], tuple[str, int] | None]] = {
    "grassroots-unions": (("u", 1), None), "members": (("m", 1), None), "covered-employers": (("e", 1), None),
    "founding-rate": (("e", 2), ("e", 3)), "membership-rate": (("m", 1), ("e", 4)),
    "migrant-membership-rate": (("m", 2), ("e", 5)), "women-share": (("m", 3), ("m", 1)),
    "real-name-rate": (("m", 4), ("m", 1)), "renewed-in-time": (("t", 1), ("t", 2)), "overdue-terms": (("t", 3), None),
    "legal-person-rate": (("u", 4), ("u", 5)), "full-time-chair-rate": (("u", 6), ("u", 7)),
    "unfounded-large": (("e", 6), None), "unfounded-middle": (("e", 7), None), "unfounded-small": (("e", 8), None),
    "campaign-2014-unions": (("u", 3), None), "campaign-2014-members": (("m", 6), None),
    "new-unions": (("u", 2), None), "new-members": (("m", 5), None), "large-cleared": (("e", 9), ("e", 10)),
    "two-new-founded": (("e", 11), ("e", 12)), "wage-bargaining-rate": (("c", 1), ("e", 13)),
    "safety-contract-rate": (("c", 2), ("e", 13)), "women-contract-rate": (("c", 3), ("e", 13)),
    "single-union-wage-rate": (("c", 4), ("e", 14)), "new-union-wage-rate": (("c", 5), ("e", 15)),
}  # fmt: skip
STATEMENTS = {"m": MEMBER, "e": EMPLOYER, "u": UNION, "t": TERM, "c": CONTRACT}


def by_hand(connection: Any, days: list[dt.date]) -> dict[tuple[str, int, dt.date], tuple[int, int | None]]:
    """(indicator, organisation, day) -> (top, bottom) for the whole tree."""
    found: dict[tuple[str, int, dt.date], tuple[int, int | None]] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, path FROM orgs_organisation")
        paths = dict(cursor.fetchall())
        above = {
            pk: [other for end in range(4, len(path) + 1, 4) for other in (path[:end],)] for pk, path in paths.items()
        }
        by_path = {path: pk for pk, path in paths.items()}
        for day in days:
            sums: dict[tuple[str, int], dict[int, int]] = {}
            for register, statement in STATEMENTS.items():
                values = {"d": day, "y": day.replace(month=1, day=1), "two_years": _two_years_before(day)}
                names = [name for name in values if f":{name}" in statement]
                sql = statement
                order = sorted(
                    ((index, name) for name in names for index in _places(statement, f":{name}")), reverse=True
                )
                for index, name in order:
                    sql = f"{sql[:index]}%s{sql[index + len(name) + 1 :]}"
                cursor.execute(sql, [values[name] for _, name in reversed(order)])
                rows = cursor.fetchall()
                for column in range(1, len(rows[0]) if rows else 1):
                    totals: dict[int, int] = defaultdict(int)
                    for row in rows:
                        if row[column]:
                            for path in above[row[0]]:
                                totals[by_path[path]] += row[column]
                    sums[register, column] = totals
            for key, (top, bottom) in FORMULAS.items():
                tops = sums.get(top, {})
                bottoms = sums.get(bottom, {}) if bottom else None
                for pk in paths:
                    found[key, pk, day] = (tops.get(pk, 0), None if bottoms is None else bottoms.get(pk, 0))
    return found


def _places(text: str, word: str) -> list[int]:
    places, at = [], text.find(word)
    while at >= 0:
        if not text[at + len(word) : at + len(word) + 1].isalnum():
            places.append(at)
        at = text.find(word, at + 1)
    return places


def _two_years_before(day: dt.date) -> dt.date:
    return day.replace(year=day.year - 2, day=28 if (day.month, day.day) == (2, 29) else day.day)
