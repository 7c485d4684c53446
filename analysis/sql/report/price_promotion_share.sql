-- How many of each seller's offers are on promotion, on its last day, and on average over four weeks.
SELECT
    seller, -- whose offers
    max(local_date) AS local_date, -- the last day
    arg_max(offers, local_date) AS offers, -- listed on it
    arg_max(promotions, local_date) AS promotions, -- of these, on promotion
    arg_max(mean_discount, local_date) AS mean_discount, -- off the crossed-out price, per cent
    avg(promotion_share ORDER BY local_date) AS share_lately -- of the offers on promotion, mean over the days of the last four weeks
FROM (
    SELECT * FROM mart.price_promotion_day WHERE retailer = $retailer
    QUALIFY local_date > max(local_date) OVER (PARTITION BY seller) - 28
)
GROUP BY seller
ORDER BY seller <> $retailer, seller
