read-tei -q -M whole.tsv debate.xml | grep '<speech'
