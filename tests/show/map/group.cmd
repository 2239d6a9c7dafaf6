map -u -W 60 -H 12 -x année -y taux -l parti -g camp table.tsv
