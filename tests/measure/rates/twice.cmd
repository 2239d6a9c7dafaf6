rates -b speaker -d - themes.tsv
