merge a.tsv desordre-n.tsv
