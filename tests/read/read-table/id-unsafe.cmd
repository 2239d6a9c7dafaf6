read-table id-unsafe.in
