printf "part\tvalue\nG\t1\n" | scale -M wordscores -d - texts.tsv
