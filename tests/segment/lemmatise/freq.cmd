lemmatise -q -X -d own.tsv -C form,lemma,,freq freq.vrt
