-- All sources that are held, paused, or were blocked at the last look.
SELECT spider, since_utc, until_utc, blocked, why FROM pause ORDER BY spider
