printf "part\tscore\nG\t-1\n" | scale -M wordscores -d - texts.tsv
