#!/bin/sh
# pos.sh - petit.sh with lemmas and parts of speech: nouns and verbs by a list,
# tags of TreeTagger for some, none for bonjour, all else a determiner.
sh petit.sh | awk -F '\t' -v OFS='\t' '
BEGIN {
	n = split("école élève classe professeur budget dette impôt hôpital " \
	    "médecin patient soin", w, " ")
	for (i = 1; i <= n; i++)
		noun[w[i]] = noun[w[i] "s"] = w[i]
	n = split("forme aide baisse pèse inquiète accueille suffit aiment est " \
	    "manque attend finance monte soigne donne ouvre vit reste guérit", w, " ")
	for (i = 1; i <= n; i++)
		verb[w[i]]
}
NR == 1 { sub(/ form/, " form lemma pos") }
/^</ { print; next }
{
	lemma = ($3 in noun) ? noun[$3] : $3
	pos = ($3 in noun) ? "NOUN" : ($3 in verb) ? "VERB" : "DET"
	if ($2 == "p")
		pos = "PUNCT"
	if ($3 == "dette")
		pos = "NOM"
	if ($3 == "bonjour")
		pos = ""
	print $0, lemma, pos
}'
