"""Persediaan: the first run, three questions, and a code that is shown once."""
