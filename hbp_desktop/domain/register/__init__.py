"""A register kept at the counters, as cells: found, read, judged and turned into records. No files here."""
