-- Stretches in which we know what slots a location offered, none with it: complete looks at it, from the first that held it.
WITH known AS (
    SELECT
        s.retailer, s.source, s.location_ref, s.service,
        coalesce(any_value(place.location_ref), '') AS looked_as,
        min(s.seen_at_utc) AS first_seen_utc
    FROM core.slot_listed AS s
    SEMI JOIN core.primary_source AS p ON p.kind = 'slots' AND (p.retailer, p.source) = (s.retailer, s.source)
    LEFT JOIN core.scoped_place AS place
        ON (place.retailer, place.source, place.location_ref) = (s.retailer, s.source, s.location_ref)
    GROUP BY s.retailer, s.source, s.location_ref, s.service
)
SELECT
    known.retailer, -- the declaration's stem
    known.retailer || ':' || known.location_ref AS location_id, -- ours
    known.service, -- pickup, or the retailer's word
    min(run.started_utc) AS first_utc, -- the first complete look
    max(run.started_utc) AS last_utc, -- the last one before a look that failed, or the newest
    count(*) AS looks, -- complete ones
    any_value(span.longest_gap_minutes) AS longest_gap_minutes -- between two complete looks at it in this stretch
FROM known
JOIN core.check_span AS span
    ON (span.retailer, span.source, span.looked_as) = (known.retailer, known.source, known.looked_as)
JOIN core.place_run AS run
    ON (run.retailer, run.source, run.looked_as, run.verdict)
        = (span.retailer, span.source, span.looked_as, 'complete')
    AND run.started_utc BETWEEN span.first_utc AND span.last_utc AND run.ended_utc >= known.first_seen_utc
GROUP BY known.retailer, known.location_ref, known.service, span.first_utc
