-- A retailer whose watch begins anew.
DELETE FROM due_time WHERE spider GLOB :spiders
