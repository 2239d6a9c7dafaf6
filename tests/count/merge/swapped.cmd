merge b.tsv a.tsv | cmp - ab.tsv
