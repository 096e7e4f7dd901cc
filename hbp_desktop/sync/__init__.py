"""Carrying the journal between machines; knows no Qt."""
