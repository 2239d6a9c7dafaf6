classes -N 1
