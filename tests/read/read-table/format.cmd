read-table -f xml small.in
