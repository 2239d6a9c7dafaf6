classes -n 3
