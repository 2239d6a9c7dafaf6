keyness -p D2 -a hardie,diff,maths robespierre.tsv
