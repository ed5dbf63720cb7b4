"""Templates: the wording and the design of certificates and letters, as they come and as the office makes them."""
