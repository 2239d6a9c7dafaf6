read-conllu loi.conllu
