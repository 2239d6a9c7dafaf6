read-table -g debat -i tour group.in
