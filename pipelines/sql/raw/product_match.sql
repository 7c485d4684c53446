-- What a person decided of proposed matches (matches.csv): the same product, or not.
CREATE TABLE IF NOT EXISTS raw.product_match (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    own_offer_key VARCHAR NOT NULL, -- the retailer's own identifier
    seller VARCHAR NOT NULL, -- whose offer it is compared with
    offer_key VARCHAR NOT NULL, -- that seller's own identifier
    is_same BOOLEAN NOT NULL, -- whether they are the same product
    PRIMARY KEY (retailer, own_offer_key, seller, offer_key)
);
