read-table -f jsonl -t texte_integral json.in
