-- Which product an offer is of: by its GTIN, else by what a person decided of a proposed match; else it stands alone.
WITH offer AS (
    SELECT retailer, seller, offer_key, arg_max(lpad(gtin, 14, '0'), seen_at_utc) AS gtin
    FROM raw.price_state GROUP BY ALL
),
own AS (
    SELECT retailer, offer_key, coalesce(gtin, 'sku:' || offer_key) AS product FROM offer WHERE seller = retailer
),
decided AS (
    SELECT m.retailer, m.seller, m.offer_key, min(own.product) AS product
    FROM raw.product_match AS m
    JOIN own ON (own.retailer, own.offer_key) = (m.retailer, m.own_offer_key)
    WHERE m.is_same GROUP BY ALL
)
SELECT
    o.retailer, -- the declaration's stem
    o.seller, -- whose offer it is
    o.offer_key, -- the seller's own identifier
    CASE
        WHEN o.seller = o.retailer THEN coalesce(o.gtin, 'sku:' || o.offer_key)
        WHEN d.product IS NOT NULL THEN d.product
        WHEN o.gtin IS NOT NULL AND NOT EXISTS (
            FROM raw.product_match AS m JOIN own ON (own.retailer, own.offer_key) = (m.retailer, m.own_offer_key)
            WHERE (m.retailer, m.seller, m.offer_key) = (o.retailer, o.seller, o.offer_key) AND NOT m.is_same AND own.product = o.gtin
        ) THEN o.gtin
        ELSE o.seller || ':' || o.offer_key
    END AS product, -- the same for offers of the same thing
    CASE WHEN o.seller <> o.retailer AND d.product IS NOT NULL AND d.product IS DISTINCT FROM o.gtin THEN 'reviewed' WHEN o.gtin IS NOT NULL THEN 'gtin' END AS matched_by -- gtin or reviewed; null where nothing tells
FROM offer AS o
LEFT JOIN decided AS d ON (d.retailer, d.seller, d.offer_key) = (o.retailer, o.seller, o.offer_key)
