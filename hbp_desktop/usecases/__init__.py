"""What people do, one module an activity; no Qt, no SQL."""
