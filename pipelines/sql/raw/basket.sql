-- What is in the baskets that are declared for comparing prices.
CREATE TABLE IF NOT EXISTS raw.basket (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    basket VARCHAR NOT NULL, -- its name
    position INTEGER NOT NULL, -- the item's place in it
    gtin VARCHAR, -- of the product; or
    sku VARCHAR, -- the retailer's own identifier of the offer
    weight DOUBLE NOT NULL, -- how much it counts; the others count in proportion
    PRIMARY KEY (retailer, basket, position)
);
