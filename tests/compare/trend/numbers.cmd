trend -M rates -m 5
