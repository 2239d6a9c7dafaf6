# tolerance 1e-4
scale -q -M wordfish -L t1 -R t8 -T "$TMPDIR/terms.tsv" wordfish.tsv | cut -f 1,6-8; sed 1d "$TMPDIR/terms.tsv" | cut -f 1,2,4,5
