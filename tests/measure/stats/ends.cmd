stats | cut -f 12-16
