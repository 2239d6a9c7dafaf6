printf "part\tscore\nA\t-1\nD\t1\n" | scale -M wordscores -d - themes.tsv
