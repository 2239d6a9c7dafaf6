read-table -H -t 2 header-none-cells.in
