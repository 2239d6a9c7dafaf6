keyness -R autre.tsv robespierre.tsv
