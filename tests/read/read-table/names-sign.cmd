read-table names-sign.in
