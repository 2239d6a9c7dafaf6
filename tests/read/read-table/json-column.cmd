read-table -f jsonl -c title,parti json.in | tail -n 1
