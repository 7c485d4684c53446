-- A source is not looked at until an instant, or until a person says so; a hold is not shortened by a pause.
INSERT INTO pause (spider, since_utc, until_utc, blocked, why)
VALUES (:spider, :since_utc, :until_utc, :blocked, :why)
ON CONFLICT (spider) DO UPDATE SET until_utc = excluded.until_utc, blocked = excluded.blocked, why = excluded.why
WHERE pause.blocked > 0 OR excluded.blocked = 0
