read-table delimiter.in
