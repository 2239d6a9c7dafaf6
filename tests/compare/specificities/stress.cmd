for f in stress large negative; do specificities -q $f.tsv; done
