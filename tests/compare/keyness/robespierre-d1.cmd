keyness -p D1 -a hardie,diff,maths robespierre.tsv
