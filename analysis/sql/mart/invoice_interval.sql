-- The article's table: invoices of others between two own orders, counted; orders and orders per location-day, bounded.
SELECT
    retailer, -- the declaration's stem
    series, -- the fixed pattern around the number
    from_utc, -- the earlier own order
    to_utc, -- the later own order
    days, -- between them
    number_from, -- the earlier order's last number
    number_to, -- the later order's first number
    own_numbers, -- own numbers inside, taken off
    step, -- by how much the counter goes up
    invoices, -- of others, counted; null where the numbers do not count
    orders_low, -- bound by splits and voids
    orders_high, -- bound by splits and voids
    location_days, -- exposure: trapezoid between looks
    location_days_low, -- surely on
    location_days_high, -- possibly on
    average_active_locations, -- location-days over days
    orders_per_location_day_low, -- bound
    orders_per_location_day_high, -- bound; an upper one where some orders were delivered at home
    flags, -- what is odd about the row; whole_span is the sum over all
    assumptions -- A1 to A11
FROM result.invoice_interval
ORDER BY retailer, series, coalesce(contains(flags, 'whole_span'), FALSE), from_utc
