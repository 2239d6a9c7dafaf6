classes -u 12,
