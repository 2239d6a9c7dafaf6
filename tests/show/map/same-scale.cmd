map -W 60 -H 12 -x x -y y -l l
