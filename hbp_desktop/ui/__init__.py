"""The only room with widgets; one screen, one file."""
