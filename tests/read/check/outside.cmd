printf "Un mot.\n<speech id=\"a\">\n<p>\nDeux mots.\n</p>\n</speech>\n" | check -x short
