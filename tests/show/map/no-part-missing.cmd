grep -v "^part.none" points.tsv | map -W 60 -k 1 | grep axis
