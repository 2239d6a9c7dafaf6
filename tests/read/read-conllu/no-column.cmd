read-conllu -o ,
