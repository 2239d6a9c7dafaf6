read-table names.in
