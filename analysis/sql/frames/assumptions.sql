-- What the declarations assume.
SELECT retailer, assumption, low, high, coalesce(why, 'declared') AS why FROM raw.assumption ORDER BY ALL
