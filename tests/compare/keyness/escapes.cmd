keyness -q -p "a\\b"
