# names as tables and as Newick write them
cluster noms.tsv; cluster -f newick noms.tsv
