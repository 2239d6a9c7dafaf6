map -q -u -W 60 -H 10 -x année -y taux -l parti table.tsv | tail -n 3
