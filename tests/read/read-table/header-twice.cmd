read-table header-twice.in
