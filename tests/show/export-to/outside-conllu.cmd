export-to -f conllu | grep sent_id
