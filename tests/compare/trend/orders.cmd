trend -q -P 50 -s 3 -M break years.tsv
