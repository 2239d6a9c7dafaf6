merge a.tsv nulle-part.tsv
