-- The share of a seller's offers that are cheaper than usual by its own words, a day on which its offers were known.
SELECT
    retailer, -- the declaration's stem
    seller, -- whose offers
    local_date, -- in the retailer's zone
    count(*) AS offers, -- listed, with a price or an offer
    count(*) FILTER (on_promotion) AS promotions, -- of these, on promotion
    count(*) FILTER (on_promotion) / count(*) AS promotion_share, -- of all
    100 * (1 - exp(avg(ln(price / list_price) ORDER BY offer_key, location_ref) FILTER (list_price > price))) AS mean_discount -- geometric mean off the crossed-out price, per cent
FROM core.price_day
WHERE price IS NOT NULL OR on_promotion
GROUP BY retailer, seller, local_date
