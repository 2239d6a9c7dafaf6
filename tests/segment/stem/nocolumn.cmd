stem -c lemma lois.in
