"""The shop over HTTP: pages and API for everybody, the account, and the control that only tests and the demo use."""
