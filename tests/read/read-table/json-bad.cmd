read-table -f jsonl json-bad.in
