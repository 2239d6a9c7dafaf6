read-table -f jsonl json-array.in
