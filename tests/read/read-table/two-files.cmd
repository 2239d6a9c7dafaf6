read-table -D ";" delimiter.in text-two.csv 2>&1
