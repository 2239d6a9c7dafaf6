read-table -g seance group.in
