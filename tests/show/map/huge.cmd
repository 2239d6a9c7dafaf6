map -x x -y y
