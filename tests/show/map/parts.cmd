map -W 60 -k 2,1 points.tsv | tail -n 1; map -W 60 -k 5,0 points.tsv | grep "[1·]"
