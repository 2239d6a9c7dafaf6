read-conllu -a id=x
