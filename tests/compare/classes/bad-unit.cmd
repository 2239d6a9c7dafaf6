classes -u 0
