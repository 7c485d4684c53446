-- Changes of offers between two looks; a null price with not_after_utc is an offer that a complete run no longer held.
SELECT
    retailer, -- the declaration's stem
    source, -- where it was seen
    seller, -- who asks this price
    offer_key, -- the seller's own identifier
    name, -- of the product
    gtin, -- of the product
    CASE WHEN present THEN price END AS price, -- what one pays
    currency, -- ISO 4217
    list_price, -- the crossed-out price beside it
    unit_price, -- as the shop states it
    unit, -- kg, l or piece
    present, -- false when it was delisted
    before_utc AS not_before_utc, -- the last look before it; null when nobody looked
    seen_at_utc AS not_after_utc, -- the first look after it
    capture_id -- SHA-256 of the archived answer
FROM raw.price_state
