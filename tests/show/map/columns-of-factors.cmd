map -W 60 -x coord_2 -y coord_1 -H 60 points.tsv
