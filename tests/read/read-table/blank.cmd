read-table blank.in
