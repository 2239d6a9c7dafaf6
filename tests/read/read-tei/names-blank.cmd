read-tei -M blank.tsv play.xml
