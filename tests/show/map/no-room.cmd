map -W 40 -H 10 -x x -y y -l l
