keyness -R un.tsv deux.tsv
