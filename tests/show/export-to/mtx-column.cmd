export-to -f mtx -O "$TMPDIR/c" -c lemma -k wn -m 2 petit.vrt && cd "$TMPDIR" && cat c.mtx c.rows.tsv c.cols.tsv && rm c.*
