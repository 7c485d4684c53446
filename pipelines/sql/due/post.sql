-- A source on the board.
INSERT INTO source (spider, host, platform, plan, period_seconds, next_utc, position)
VALUES (:spider, :host, :platform, :plan, :period_seconds, :next_utc, :position)
