lemmatise -o form,none lois.in
