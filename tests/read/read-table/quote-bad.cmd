read-table -Q '' small.in
