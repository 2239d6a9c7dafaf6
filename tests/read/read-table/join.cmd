read-table -j join.in
