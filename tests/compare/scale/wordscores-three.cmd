printf "id\tscore\nG\t-1\nD\t1\nW\t0.5\nV\tNA\n" | scale -M wordscores -d - texts.tsv
