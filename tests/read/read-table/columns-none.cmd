read-table -c titre,parti small.in
