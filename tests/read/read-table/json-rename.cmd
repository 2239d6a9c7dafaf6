read-table -f jsonl -r speakers=speaker -c title,speakers json.in | grep "<speech"
