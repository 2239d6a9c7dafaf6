map -x x -y y -H 12 -W 60
