read-conllu
