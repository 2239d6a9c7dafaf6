read-table -H -t 2 -r 1=speaker header-none.in
