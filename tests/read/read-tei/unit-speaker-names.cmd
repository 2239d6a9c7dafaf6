read-tei -u speaker -M names.tsv play.xml
