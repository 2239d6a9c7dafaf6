read-table id-empty.in
