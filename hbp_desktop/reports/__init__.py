"""Paper and files: plain values in, bytes out."""
