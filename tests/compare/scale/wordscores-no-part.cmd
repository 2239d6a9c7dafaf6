printf "part\tscore\nG\t-1\nZ\t1\n" | scale -M wordscores -d - texts.tsv
