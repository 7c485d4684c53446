-- History of offers: a row when one appears, changes or is delisted, none when all is as before.
CREATE TABLE IF NOT EXISTS raw.price_state (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    source VARCHAR NOT NULL, -- the source's name within the retailer
    seller VARCHAR NOT NULL, -- who asks this price
    offer_key VARCHAR NOT NULL, -- the seller's own identifier
    location_ref VARCHAR NOT NULL, -- where the price holds; empty for everywhere
    name VARCHAR, -- of the product
    brand VARCHAR, -- of the product
    gtin VARCHAR, -- of the product
    size VARCHAR, -- how much there is of it, as the shop writes it
    price DECIMAL(12, 3), -- what one pays for one
    currency VARCHAR, -- ISO 4217
    list_price DECIMAL(12, 3), -- the crossed-out price beside it
    offer_kind VARCHAR, -- price, from, range, many, free, per_period, crossed_out or member; null for not told
    offer_text VARCHAR, -- the offer in the shop's words
    offer_each DECIMAL(14, 4), -- what one of it comes to under that offer
    unit_price DECIMAL(14, 4), -- ours, where price and size are known; else the shop's
    stated_unit_price DECIMAL(14, 4), -- as the shop states it
    unit VARCHAR, -- kg, l or piece
    availability VARCHAR, -- in_stock or out_of_stock, by the page's markup; null for not told
    availability_text VARCHAR, -- in_stock or out_of_stock, by the words that a reader sees; null for not told
    present BOOLEAN NOT NULL, -- false from when a complete run no longer held it
    before_utc TIMESTAMP, -- the last look that did not see this state; null when none looked before
    seen_at_utc TIMESTAMP NOT NULL, -- the first look that saw it
    run_id VARCHAR NOT NULL, -- that look's run
    capture_id VARCHAR -- SHA-256 of the archived answer; null where absence was seen
);
