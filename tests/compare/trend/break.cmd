trend -M break years.tsv
