sh petit.sh | classes -q -m 4 -N 3 -S 4 -n 4 -o segments | head -n 5
