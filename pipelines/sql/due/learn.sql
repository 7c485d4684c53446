-- What was learnt of the locations of a source; what holds on a day is written down once.
INSERT OR IGNORE INTO learnt (spider, from_date, requests, shares) VALUES (:spider, :from_date, :requests, :shares)
