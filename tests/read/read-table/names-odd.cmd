read-table names-odd.in
