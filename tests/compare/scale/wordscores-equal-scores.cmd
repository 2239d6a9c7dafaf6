printf "part\tscore\nG\t1\nD\t1\n" | scale -M wordscores -d - texts.tsv
