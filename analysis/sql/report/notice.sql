-- Whether a channel's messages got more notice, less, or the same.
SELECT
    series, -- the channel and its metric
    finding, -- attention, with all messages or without those of event days
    verdict, -- growth, decline, no growth or not known
    100 * (exp(13 * low) - 1) AS low_percent, -- a quarter
    100 * (exp(13 * high) - 1) AS high_percent, -- a quarter
    detail -- in words
FROM result.finding
WHERE retailer = $retailer AND finding LIKE 'attention%'
ORDER BY series, finding
