read-table small.in
