read-table - 2>&1
