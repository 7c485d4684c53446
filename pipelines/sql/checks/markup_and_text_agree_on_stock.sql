-- warn: offers that the page's markup says are in stock and its text says are not, or the other way round.
SELECT retailer, source, seller, offer_key, availability, availability_text
FROM raw.price_latest
WHERE present AND availability <> availability_text
