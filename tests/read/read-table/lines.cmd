read-table lines.in
