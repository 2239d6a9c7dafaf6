map -x x -y y -l l
