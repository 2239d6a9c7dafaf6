read-table -i a,,b small.in
