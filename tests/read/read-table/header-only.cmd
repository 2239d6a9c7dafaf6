read-table header-only.in
