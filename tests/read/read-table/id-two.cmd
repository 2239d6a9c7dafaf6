read-table id-two.in
