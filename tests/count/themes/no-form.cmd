sed s/form/lemma/ texte.tok | themes -d dict.tsv
