"""Movements of members as a view of the database: what differs between one slice of a member's row and the next.

Derived, so nobody can write a movement that the register of members does not know.
"""

from zhijia.registers.organising.derived_tables import DerivedTable

VIEW, TABLE = "organising_movement", "organising_member"
# Counted: active, or leaving and not yet taken in elsewhere. A predecessor counts only when no day lies between.
MAKE = f"""
CREATE VIEW {VIEW} AS
WITH slices AS (
    SELECT id, COALESCE(version_of_id, id) AS thing, organisation_id, state, joined_on, since, until, recorded_at,
           recorded_by_id, batch, name, search, sort_pinyin, sort_stroke,
           CASE WHEN state IN ('ACTIVE', 'TRANSFER_OUT') THEN 1 ELSE 0 END AS counts,
           LAG(state) OVER w AS was_state, LAG(organisation_id) OVER w AS was_at, LAG(until) OVER w AS was_until,
           LEAD(since) OVER w AS next_since
    FROM {TABLE} WHERE known_until IS NULL
    WINDOW w AS (PARTITION BY COALESCE(version_of_id, id) ORDER BY since, id)
), steps AS (
    SELECT slices.*,
           CASE WHEN was_until = since AND was_state IN ('ACTIVE', 'TRANSFER_OUT') THEN 1 ELSE 0 END AS counted,
           CASE WHEN was_until = since THEN was_state ELSE NULL END AS before_state
    FROM slices
), moves AS (
    SELECT id * 4 AS id, thing, organisation_id, was_at AS other_id, since, recorded_at, recorded_by_id, batch, name,
           search, sort_pinyin, sort_stroke, 1 AS delta,
           CASE WHEN counted = 1 THEN 'IN' WHEN before_state = 'RETAINED' THEN 'RESUMED'
                WHEN before_state IS NOT NULL OR joined_on = since THEN 'JOINED' ELSE 'ENTERED' END AS kind
    FROM steps WHERE counts = 1 AND (counted = 0 OR was_at <> organisation_id)
    UNION ALL
    SELECT id * 4 + 1, thing, was_at, organisation_id, since, recorded_at, recorded_by_id, batch, name,
           search, sort_pinyin, sort_stroke, -1,
           CASE WHEN counts = 1 THEN 'OUT'
                WHEN state IN ('RETAINED', 'WITHDRAWN', 'LAPSED', 'EXPELLED', 'DECEASED') THEN state ELSE 'ENDED' END
    FROM steps WHERE counted = 1 AND (counts = 0 OR was_at <> organisation_id)
    UNION ALL
    SELECT id * 4 + 2, thing, organisation_id, NULL, until, recorded_at, recorded_by_id, batch, name,
           search, sort_pinyin, sort_stroke, -1, 'ENDED'
    FROM slices WHERE counts = 1 AND until IS NOT NULL AND (next_since IS NULL OR next_since > until)
)
SELECT id, thing AS member_id, organisation_id, other_id, kind, delta, since, CAST(NULL AS date) AS until, recorded_at,
       recorded_by_id, CAST(NULL AS {{moment}}) AS known_until, CAST(NULL AS bigint) AS version_of_id, batch, '' AS remark,
       name, search, sort_pinyin, sort_stroke
FROM moves
"""  # noqa: S608 - table and view are named above
MOVEMENTS_TABLE = DerivedTable(VIEW, TABLE, MAKE)
