"""Parts of the page that looks at the whole state."""
