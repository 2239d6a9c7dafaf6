read-tei -S three.tsv play.xml
