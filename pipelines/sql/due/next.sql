-- When a source is due next, and how its looks are spread by now.
UPDATE source SET next_utc = :next_utc, plan = :plan WHERE spider = :spider
