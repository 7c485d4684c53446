-- warn: prices that hold now and are three times as high or low as usual for the product; kept, and left out of comparisons.
SELECT retailer, source, seller, offer_key, name, price, usual_price, direction
FROM core.price_outlier
WHERE to_not_after_utc IS NULL
