sh petit.sh | classes -m 4 -N 3 -S 4 -o profiles -t 5
