printf "id\tyear\ns1\t2001\ns1\t2002\n" | trend -b year -d - themes.tsv
