read-table -Q none quote-within.in
