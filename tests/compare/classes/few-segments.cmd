head -n 3 petit.txt | sh petit.sh - | classes -m 1 -o tree
