printf "<speech id=\"a\">\n<p>\nUn \302\205 mot.\n</p>\n</speech>\n" | check -q -n 0
