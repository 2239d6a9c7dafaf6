read-tei plain.xml corpus.xml | grep '<speech'
