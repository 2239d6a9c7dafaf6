read-table quote-open.in
