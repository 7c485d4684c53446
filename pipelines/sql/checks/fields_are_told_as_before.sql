-- warn: a field is told of far fewer records than in the runs before; zero is told, null is not. Has the page changed?
WITH moment AS (
    SELECT retailer, source, ended_utc, TRUE AS is_last FROM core.latest_run WHERE verdict IN ('complete', 'partial')
    UNION ALL
    SELECT retailer, source, ended_utc, FALSE FROM core.usual_run
),
begun AS (
    SELECT retailer, source, min(ended_utc) AS begun_utc FROM moment GROUP BY retailer, source
),
location AS (
    SELECT * EXCLUDE (status_reason, opens_on, closes_on, pickup_hours_text),
        lead(seen_at_utc) OVER (PARTITION BY retailer, source, location_ref ORDER BY seen_at_utc) AS until_utc
    FROM raw.location_state
),
price AS (
    SELECT * EXCLUDE (list_price),
        lead(seen_at_utc) OVER (
            PARTITION BY retailer, source, seller, offer_key, location_ref ORDER BY seen_at_utc
        ) AS until_utc
    FROM raw.price_state
),
slot AS (
    SELECT s.* EXCLUDE (cutoff_utc),
        lead(s.seen_at_utc) OVER (
            PARTITION BY s.retailer, s.source, s.location_ref, s.service, s.slot_start_utc, s.slot_end_utc
            ORDER BY s.seen_at_utc
        ) AS until_utc
    FROM raw.slot_state AS s
    JOIN begun ON (begun.retailer, begun.source) = (s.retailer, s.source) AND s.slot_end_utc > begun.begun_utc
),
told AS (
    UNPIVOT (
        SELECT m.*, avg((COLUMNS(s.* EXCLUDE (retailer, source)) IS NOT NULL)::INTEGER)
        FROM moment AS m JOIN location AS s ON (s.retailer, s.source) = (m.retailer, m.source)
            AND s.present AND s.seen_at_utc <= m.ended_utc AND m.ended_utc < coalesce(s.until_utc, 'infinity')
        GROUP BY m.*
    ) ON COLUMNS(* EXCLUDE (retailer, source, ended_utc, is_last)) INTO NAME field VALUE share
    UNION ALL
    UNPIVOT (
        SELECT m.*, avg((COLUMNS(s.* EXCLUDE (retailer, source)) IS NOT NULL)::INTEGER)
        FROM moment AS m JOIN price AS s ON (s.retailer, s.source) = (m.retailer, m.source)
            AND s.present AND s.seen_at_utc <= m.ended_utc AND m.ended_utc < coalesce(s.until_utc, 'infinity')
        GROUP BY m.*
    ) ON COLUMNS(* EXCLUDE (retailer, source, ended_utc, is_last)) INTO NAME field VALUE share
    UNION ALL
    UNPIVOT (
        SELECT m.*, avg((COLUMNS(s.* EXCLUDE (retailer, source)) IS NOT NULL)::INTEGER)
        FROM moment AS m JOIN slot AS s ON (s.retailer, s.source) = (m.retailer, m.source)
            AND s.present AND s.seen_at_utc <= m.ended_utc AND m.ended_utc < coalesce(s.until_utc, 'infinity')
        GROUP BY m.*
    ) ON COLUMNS(* EXCLUDE (retailer, source, ended_utc, is_last)) INTO NAME field VALUE share
),
usual AS (
    SELECT retailer, source, field, median(share) AS share, max(share) - min(share) AS strayed
    FROM told WHERE NOT is_last AND field NOT IN ('before_utc', 'until_utc') GROUP BY retailer, source, field
)
SELECT t.retailer, t.source, t.field, round(t.share, 3) AS share_now, round(u.share, 3) AS share_before
FROM told AS t JOIN usual AS u ON (u.retailer, u.source, u.field) = (t.retailer, t.source, t.field)
WHERE t.is_last AND u.share - t.share > greatest(0.25, 1.5 * u.strayed)
