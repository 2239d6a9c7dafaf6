sh petit.sh | classes -m 4 -N 3 -S 10 -o drawing
