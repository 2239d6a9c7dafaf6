read-conllu -a party=Union -a speaker=Tous | grep "<speech"
