read-conllu -q
