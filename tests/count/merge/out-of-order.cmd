merge desordre.tsv a.tsv
