read-table id-safe.in
