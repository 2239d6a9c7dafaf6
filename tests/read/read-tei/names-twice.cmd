read-tei -M twice.tsv play.xml
