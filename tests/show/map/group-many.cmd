map -x x -y y -l l -g l
