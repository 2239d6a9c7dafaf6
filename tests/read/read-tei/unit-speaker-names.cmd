read-tei -u speaker -S names.tsv play.xml
