keyness -p D4 -a hardie,diff,maths robespierre.tsv
