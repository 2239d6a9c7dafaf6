read-table encoding.in
