read-table -g debat group-apart.in
