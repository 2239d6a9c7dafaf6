read-conllu | grep "<speech"
