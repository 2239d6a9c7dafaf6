sh long.sh | classes -m 3 -N 2 -n 4 -u 4
