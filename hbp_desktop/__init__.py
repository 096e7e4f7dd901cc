"""Hari Bertemu Pelanggan: the client days of circular JKM 3/2021, from plan to report."""

__version__ = "0.1.0"
