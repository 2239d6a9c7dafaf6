classes -a $(seq -s, 33)
