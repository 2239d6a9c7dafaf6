read-table header-empty.in
