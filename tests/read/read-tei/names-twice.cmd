read-tei -S twice.tsv play.xml
