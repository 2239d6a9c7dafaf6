export-to -q -f transcript -c lemma
