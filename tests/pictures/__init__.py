"""Files nobody trusts, and what is made of them."""
