export-to -f mtx -O "$TMPDIR/c" -a speaker petit.vrt && cd "$TMPDIR" && head c.mtx c.rows.tsv c.cols.tsv && rm c.*
