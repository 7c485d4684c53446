-- Notice by channel and month of publication, the last twelve months of each.
SELECT
    channel, -- newsletter, account ...
    metric, -- reads, followers ...
    month, -- its first day
    messages, -- published in it
    mean, -- per message
    mean_without_events, -- per message outside of declared events; null when there is none
    low, -- the least
    high -- the most
FROM mart.attention_month
WHERE retailer = $retailer
QUALIFY row_number() OVER (PARTITION BY channel, metric ORDER BY month DESC) <= 12
ORDER BY channel, metric, month
