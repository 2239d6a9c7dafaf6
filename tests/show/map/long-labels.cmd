map -W 60 -H 10 -x x -y y -l l
