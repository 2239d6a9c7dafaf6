lemmatise -q -o form,lemma,pos form.vrt
