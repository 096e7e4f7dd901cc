"""What the office knows: pure Python, no SQL, Qt, files, network or wall clock."""
