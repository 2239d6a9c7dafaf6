sh petit.sh | stem -q | classes -q -m 4 -N 3 -S 4 -c form -o drawing
