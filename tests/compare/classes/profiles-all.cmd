sh petit.sh | classes -m 4 -N 3 -o profiles -t 0
