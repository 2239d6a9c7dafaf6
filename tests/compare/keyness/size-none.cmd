keyness -n 7 -p a deux.tsv
