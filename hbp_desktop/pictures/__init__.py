"""From a file somebody brought to small upright pictures without anything hidden in them."""
