printf "part\tscore\nG\tleft\n" | scale -M wordscores -d - texts.tsv
