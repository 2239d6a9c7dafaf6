printf "part\tscore\nG\t-1\nG\t1\n" | scale -M wordscores -d - texts.tsv
