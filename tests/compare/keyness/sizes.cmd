keyness -p a deux.tsv
