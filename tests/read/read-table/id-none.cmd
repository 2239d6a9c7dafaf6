read-table -i numero small.in
