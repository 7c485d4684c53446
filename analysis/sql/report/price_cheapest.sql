-- How many of the matched products each seller asks the lowest price for, alone or with others.
SELECT
    seller, -- who asks the lowest price
    count(*) AS products, -- of these products
    count(*) FILTER (cheapest NOT LIKE '%, %') AS alone, -- of these, nobody else asks as little
    any_value(total) AS matched_products -- that several sellers offer
FROM (
    SELECT unnest(string_split(cheapest, ', ')) AS seller, cheapest, total
    FROM (SELECT *, count(*) OVER () AS total FROM mart.price_cheapest WHERE retailer = $retailer)
)
GROUP BY seller
ORDER BY products DESC, seller
