read-table -D ';;' delimiter.in
