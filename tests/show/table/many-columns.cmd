table -c "$(seq -s, 65)" t.tsv
