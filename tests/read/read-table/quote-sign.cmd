read-table -Q "'" quote-sign.in
