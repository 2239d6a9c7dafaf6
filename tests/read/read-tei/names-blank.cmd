read-tei -S blank.tsv play.xml
