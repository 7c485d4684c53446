-- warn: offers whose unit price is not what the shop states: a size misread by us, or a fault of the shop.
SELECT retailer, source, seller, offer_key, price, unit_price, stated_unit_price, unit
FROM raw.price_latest
WHERE present AND abs(unit_price - stated_unit_price) > greatest(0.05, 0.02 * stated_unit_price) -- beyond the rounding of a price per 100 g
