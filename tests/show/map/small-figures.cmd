map -W 50 -H 10 -x x -y y -l l
