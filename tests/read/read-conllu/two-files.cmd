read-conllu loi.conllu - | grep "<speech"
