-- The article's table, with local days; the row over the whole span comes last of its series.
SELECT
    i.series, -- the fixed pattern around the number
    coalesce(contains(i.flags, 'whole_span'), FALSE) AS whole_span, -- the row over all
    i.from_utc, -- the earlier own order
    i.to_utc, -- the later own order
    timezone(r.timezone, timezone('UTC', i.from_utc))::DATE AS from_local_date, -- its day
    timezone(r.timezone, timezone('UTC', i.to_utc))::DATE AS to_local_date, -- its day
    i.days, -- between them
    i.number_from, -- the earlier order's last number
    i.number_to, -- the later order's first number
    i.own_numbers, -- own numbers inside, taken off
    i.step, -- by how much the counter goes up
    i.invoices, -- of others, counted; null where the numbers do not count
    i.orders_low, -- bound by splits and voids
    i.orders_high, -- bound by splits and voids
    i.location_days_low, -- surely on
    i.location_days_high, -- possibly on
    i.average_active_locations, -- location-days over days
    i.orders_per_location_day_low, -- bound
    i.orders_per_location_day_high, -- bound
    list_filter(string_split(coalesce(i.flags, ''), ' '), lambda flag: flag NOT IN ('', 'whole_span')) AS flags -- what is odd about the row
FROM mart.invoice_interval AS i
JOIN raw.retailer AS r USING (retailer)
WHERE i.retailer = $retailer
ORDER BY i.series, whole_span, i.from_utc
