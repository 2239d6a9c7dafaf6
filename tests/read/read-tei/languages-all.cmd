read-tei languages.xml | grep -c '<p'
