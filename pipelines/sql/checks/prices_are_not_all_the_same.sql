-- warn: every offer of a source has the same price; is something else read for it?
SELECT retailer, source, min(price) AS price, count(*) AS offers
FROM raw.price_latest
WHERE present AND price IS NOT NULL
GROUP BY retailer, source
HAVING count(*) >= 5 AND min(price) = max(price)
