sh long.sh | classes -m 3 -N 2 -n 4 -u 2,3 -S 3 -o tree
