sh petit.sh | classes -q -m 4 -N 3 -S 4 -o stability -B 20 -s 8 | head -n 5
