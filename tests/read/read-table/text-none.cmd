read-table text.in
