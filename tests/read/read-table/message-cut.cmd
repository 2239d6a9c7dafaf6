read-table
