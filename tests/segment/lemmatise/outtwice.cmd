lemmatise -o form,form lois.in
