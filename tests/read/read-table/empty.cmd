read-table empty.in
