-- Every offer that is listed, with what tells which product it is of.
SELECT
    l.retailer, -- the declaration's stem
    l.seller, -- whose offer it is
    l.offer_key, -- the seller's own identifier
    any_value(l.name) AS name, -- of the product
    any_value(l.brand) AS brand, -- of the product
    any_value(l.size) AS size, -- how much there is of it, as the shop writes it
    any_value(l.unit) AS unit, -- kg, l or piece
    any_value((l.price / nullif(l.unit_price, 0))::DOUBLE) AS amount, -- how many units there are in it
    any_value(p.product) AS product -- the same for offers of the same thing
FROM raw.price_latest AS l
JOIN core.product AS p USING (retailer, seller, offer_key)
WHERE l.present AND l.name IS NOT NULL
GROUP BY l.retailer, l.seller, l.offer_key
ORDER BY l.retailer, l.seller, l.offer_key
