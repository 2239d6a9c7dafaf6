sh petit.sh | classes -m 4 -N 3 -S 4 -o typical -L 2 -a year
