classes -m 0
