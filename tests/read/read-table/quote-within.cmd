read-table quote-within.in
