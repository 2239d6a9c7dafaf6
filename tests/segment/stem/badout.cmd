stem -o form,lemma lois.in
