read-table -e windows-1252 encoding.in
