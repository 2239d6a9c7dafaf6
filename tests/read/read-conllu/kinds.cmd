read-conllu -o word,kind,form,pos
