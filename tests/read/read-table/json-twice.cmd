read-table -f jsonl json-twice.in
