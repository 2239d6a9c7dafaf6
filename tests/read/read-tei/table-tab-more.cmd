read-tei -q -d tab-more.tsv sitting.xml | grep -c 'place="Lac"'
