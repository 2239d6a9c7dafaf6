trend -P 0 -M break years.tsv
