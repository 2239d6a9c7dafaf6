keyness -n 2 -p a deux.tsv
