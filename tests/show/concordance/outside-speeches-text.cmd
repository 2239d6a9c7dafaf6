concordance -t -W 60 -o right -p loi
