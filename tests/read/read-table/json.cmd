read-table -f jsonl json.in
