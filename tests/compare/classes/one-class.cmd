sh petit.sh | classes -m 4 -N 3 -S 7 -o profiles -t 0 | head -n 4
