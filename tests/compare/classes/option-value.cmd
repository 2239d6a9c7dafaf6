classes -o
