#!/bin/sh
# The lines of counts.5 that read a table with R and with pandas, where these are
# installed: every table of reports/sample, and one of names that look like
# something else, cell by cell.  Prints TAP.
set -u
. tests/tap.sh

# The lines of the page from the one that begins with TEXT to the example's.
page_lines() { # TEXT
	awk -v from="$1" '
	index($0, from) == 1 { inside = 1 }
	/^\.Ed/ || /^d (<-|=) read_table/ { inside = 0 }
	inside { gsub(/\\e/, "\\"); print }' pipeline/formats/counts.5
}

cat >"$T/names.tsv" <<'END'
id	word	note	year	p	tf	none	f
01	NA	"	2025	1e-08	T	NA	1
02	#	'un'	2026	NA	F		18446744073709551615
1e5	null	a\tb	NA	0.25	T		0
+1	nan	# x	2027		F	NA	7
END
printf 'one\n\nNA\nx\n' >"$T/one.tsv"
set -- reports/sample/*.tsv reports/sample/sheets/index.tsv "$T/names.tsv" "$T/one.tsv"

name='every table by the R of the page'
if ! command -v Rscript >/dev/null; then
	skip "$name" 'no Rscript'
else
	page_lines 'read_table <-' >"$T/page.R"
	cat >>"$T/page.R" <<-'END'
		for (f in commandArgs(TRUE)) {
		  d <- read_table(f)
		  lines <- strsplit(paste0(readLines(f, encoding = "UTF-8"), "\t\n"), "\t", fixed = TRUE)
		  want <- do.call(rbind, lines)
		  want <- want[, -ncol(want), drop = FALSE]
		  stopifnot(identical(names(d), want[1, ]), nrow(d) == nrow(want) - 1)
		  for (k in seq_along(d)) {
		    x <- want[-1, k]
		    if (is.numeric(d[[k]])) {
		      none <- x == "NA" | x == ""
		      stopifnot(identical(is.na(d[[k]]), none), d[[k]][!none] == as.numeric(x[!none]))
		    } else stopifnot(identical(d[[k]], x))
		  }
		  cat(basename(f), sum(vapply(d, is.numeric, NA)), "\n")
		}
	END
	if LC_ALL=C.UTF-8 Rscript "$T/page.R" "$@" >"$T/R" 2>"$T/log"; then
		pass "$name"
	else
		fail "$name" "$(tail -n 5 "$T/log")"
	fi
		is "$(tail -n 2 "$T/R" | tr -d '\n')" 'names.tsv 3 one.tsv 0 ' 'and names stay what they are'
fi

python=
for p in python3 /usr/bin/python3; do
	[ -n "$python" ] || ! $p -c 'import pandas' 2>/dev/null || python=$p
done
name='every table by the pandas of the page'
if [ -z "$python" ]; then
	skip "$name" 'no python3 with pandas'
else
	page_lines 'import pandas' >"$T/page.py"
	cat >>"$T/page.py" <<-'END'
		import os, sys
		for f in sys.argv[1:]:
		    d = read_table(f)
		    rows = [r.split("\t") for r in open(f, encoding="utf-8", newline="\n").read().split("\n")[:-1]]
		    assert list(d) == rows[0] and len(d) == len(rows) - 1, f
		    figures = 0
		    for k, c in enumerate(d):
		        want = [r[k] for r in rows[1:]]
		        if d[c].dtype == object:
		            assert list(d[c]) == want, (f, c)
		            continue
		        figures += 1
		        for got, x in zip(d[c], want):
		            assert x in ("NA", "") if got != got else float(got) == float(x), (f, c, got, x)
		    print(os.path.basename(f), figures)
	END
	if PYTHONIOENCODING=utf-8 $python "$T/page.py" "$@" >"$T/py" 2>"$T/log"; then
		pass "$name"
	else
		fail "$name" "$(tail -n 5 "$T/log")"
	fi
	is "$(tail -n 2 "$T/py" | tr '\n' ' ')" 'names.tsv 3 one.tsv 0 ' 'and names stay what they are'
fi
plan
