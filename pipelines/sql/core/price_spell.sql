-- How long an offer was in one state, as far as our looks can tell.
SELECT
    retailer, -- the declaration's stem
    source, -- where it was seen
    seller, -- who asks this price
    offer_key, -- the seller's own identifier
    location_ref, -- where the price holds; empty for everywhere
    name, -- of the product
    brand, -- of the product
    gtin, -- of the product, 14 digits
    size, -- how much there is of it, as the shop writes it
    present, -- whether it was listed
    price, -- what one pays for one
    currency, -- ISO 4217
    list_price, -- the crossed-out price beside it
    offer_kind, -- price, from, range, many, free, per_period, crossed_out or member; null for not told
    offer_text, -- the offer in the shop's words
    offer_each, -- what one of it comes to under that offer
    unit_price, -- ours, or the shop's
    unit, -- kg, l or piece
    availability, -- in_stock or out_of_stock, by the page's markup
    availability_text, -- in_stock or out_of_stock, by the words that a reader sees
    present AND (coalesce(list_price > price, FALSE) OR coalesce(offer_kind IN ('many', 'free', 'member', 'crossed_out'), FALSE)) AS on_promotion, -- cheaper than usual, by the shop's own words
    before_utc AS from_not_before_utc, -- it was not yet so; null when nobody looked before
    seen_at_utc AS from_not_after_utc, -- it was so
    lead(before_utc) OVER in_time AS to_not_before_utc, -- it was still so; null while it lasts
    lead(seen_at_utc) OVER in_time AS to_not_after_utc, -- it was no longer so; null while it lasts
    run_id, -- the run that saw it first
    capture_id -- SHA-256 of the archived answer that showed it
FROM (SELECT * REPLACE (lpad(gtin, 14, '0') AS gtin) FROM raw.price_state)
WINDOW in_time AS (PARTITION BY retailer, source, seller, offer_key, location_ref ORDER BY seen_at_utc)
