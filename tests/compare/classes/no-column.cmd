sh petit.sh | classes -c lemma
