trend -q -a -b year -d speeches.tsv -M chrono -t 0 themes.tsv
