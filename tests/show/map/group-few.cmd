map -u -W 60 -H 12 -x année -y taux -l parti -g camp -k 1 table.tsv
