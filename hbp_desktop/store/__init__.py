"""The only room with SQLAlchemy, engines and keyring."""
