-- The article's table of one retailer, in the order of time, the whole span last.
FROM mart.invoice_interval WHERE retailer = $retailer
