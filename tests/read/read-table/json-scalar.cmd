read-table -f jsonl json-scalar.in
