read-table -g debat group.in
