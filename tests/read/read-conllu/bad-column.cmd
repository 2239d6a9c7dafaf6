read-conllu -o word,head
