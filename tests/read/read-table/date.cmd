read-table -r created=date date.in
