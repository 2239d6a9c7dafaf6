classes -L 0
