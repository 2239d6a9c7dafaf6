read-table -i intervenante small.in
