-- The retailer's promotions that its first source of prices showed in the last four weeks of looks, the largest discounts first.
SELECT
    seller, -- whose promotion it is
    coalesce(name, offer_key) AS name, -- of the product
    price, -- the lowest in it
    list_price, -- the crossed-out price beside it
    offer_text, -- the offer in the shop's words
    currency, -- ISO 4217
    first_local_date, -- the first day on which we saw it
    last_local_date, -- the last day on which we saw it
    ended_not_after_utc IS NULL AS lasts, -- whether it was still there at the last look
    count(*) OVER () AS promotions -- in all
FROM core.price_promotion
WHERE retailer = $retailer AND seller = $retailer
    AND source = (
        SELECT arg_min(source, position) FROM raw.source
        WHERE retailer = $retailer AND seller = $retailer AND kind = 'prices'
    )
QUALIFY last_local_date > max(last_local_date) OVER () - 28
ORDER BY (price / list_price) NULLS LAST, name, first_local_date
LIMIT 12
