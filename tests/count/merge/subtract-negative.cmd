merge -s b.tsv ab.tsv
