read-tei -M three.tsv play.xml
