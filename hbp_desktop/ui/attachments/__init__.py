"""Photos and letters in the window: thumbnails, adding, a look at one in large."""
