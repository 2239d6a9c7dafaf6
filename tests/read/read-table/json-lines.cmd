read-table -f jsonl json-lines.in
