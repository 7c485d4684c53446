"""Orders in documents: what an invoice, a mail, a saved page or a ledger says of an order, and how sure that is."""
