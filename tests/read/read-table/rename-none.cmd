read-table -r lieu small.in
