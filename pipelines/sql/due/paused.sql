-- Whether a source is held or paused.
SELECT spider, since_utc, until_utc, blocked, why FROM pause WHERE spider = :spider
