read-table cells.in
