-- Changes of offers between two looks. Delisted is what a complete run no longer held; a failed look changes nothing, and what is out of stock is still listed.
WITH changes AS (
    SELECT
        *,
        lag(present) OVER in_time AS was_present,
        lag(price) OVER in_time AS was_price,
        lag(availability) OVER in_time AS was_availability,
        lag(on_promotion) OVER in_time AS was_on_promotion
    FROM core.price_spell
    WINDOW in_time AS (PARTITION BY retailer, source, seller, offer_key, location_ref ORDER BY from_not_after_utc)
)
SELECT
    retailer, -- the declaration's stem
    source, -- where it was seen
    seller, -- who asks this price
    offer_key, -- the seller's own identifier
    location_ref, -- where the price holds; empty for everywhere
    name, -- of the product
    gtin, -- of the product, 14 digits
    CASE
        WHEN was_present IS NULL AND from_not_before_utc IS NULL THEN 'listed_at_start'
        WHEN was_present IS NULL THEN 'listed'
        WHEN NOT present THEN 'delisted'
        WHEN NOT was_present THEN 'relisted'
        WHEN on_promotion AND NOT was_on_promotion THEN 'promotion_began'
        WHEN NOT on_promotion AND was_on_promotion THEN 'promotion_ended'
        WHEN price > was_price THEN 'dearer'
        WHEN price < was_price THEN 'cheaper'
        WHEN price IS NULL AND was_price IS NOT NULL THEN 'price_not_shown'
        WHEN price IS NOT NULL AND was_price IS NULL THEN 'price_shown'
        WHEN availability = 'out_of_stock' AND was_availability IS DISTINCT FROM 'out_of_stock' THEN 'out_of_stock'
        WHEN availability = 'in_stock' AND was_availability IS DISTINCT FROM 'in_stock' THEN 'in_stock'
        ELSE 'changed'
    END AS event, -- what happened, the first of these that holds
    CASE WHEN present THEN price END AS price, -- what one pays
    currency, -- ISO 4217
    list_price, -- the crossed-out price beside it
    unit_price, -- ours, where price and size are known; else the shop's
    unit, -- kg, l or piece
    availability, -- in_stock or out_of_stock; null for not told
    present, -- false when it was delisted
    from_not_before_utc AS not_before_utc, -- the last look before it; null when nobody looked
    from_not_after_utc AS not_after_utc, -- the first look after it
    capture_id -- SHA-256 of the archived answer
FROM changes
