read-table json-array.in
