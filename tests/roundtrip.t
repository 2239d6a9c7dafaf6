#!/bin/sh
# What goes out by export-to comes in again: the same tokens, speeches and
# attributes; prints TAP.
set -u
. tests/tap.sh

# A stream without the names that CoNLL-U needs for its sentences.
bare() {
	sed 's/^<s id=[^>]*>$/<s>/' "$1"
}

# Speeches with the values of some attributes as IRaMuTeQ holds them.
speeches() { # STREAM
	sed -n 's/^<speech \(.*\)>$/\1/p' "$1" | awk '
	{
		for (i = 1; i <= 3; i++) {
			name = i == 1 ? "id" : i == 2 ? "date" : "speaker"
			value = "NA"
			if (match($0, "(^| )" name "=\"[^\"]*\"")) {
				value = substr($0, RSTART, RLENGTH)
				gsub(/^[^"]*"|"$/, "", value)
			}
			gsub(/&[a-z]*;/, "-", value)
			gsub(/\342\200\231/, "-", value)
			gsub(/[^[:alnum:]\200-\377]+/, "-", value)
			gsub(/^-|-$/, "", value)
			printf "%s%s", value, i < 3 ? "\t" : "\n"
		}
	}'
}

words() { # STREAM: id and word
	awk -F '\t' '
	/^<speech / { speech++ }
	$2 == "w" { print speech "\t" $1 }' "$1"
}

# The columns of tokenise, through CoNLL-U, VRT and a bare VRT.
check_plain() { # NAME STREAM
	export-to -q -f conllu "$2" | read-conllu -q -o word,kind,form |
		sed 's/^<s id=[^>]*>$/<s>/' >"$T/out"
	bare "$2" >"$T/want"
	same_file "$T/out" "$T/want" "$1: CoNLL-U"
	export-to -q -f vrt -t text "$2" | read-vrt -q >"$T/out"
	same_file "$T/out" "$2" "$1: VRT"
	export-to -q -f vrt "$2" | sed -e 1d -e '/^</!s/	.*//' |
		read-vrt -q -o word >"$T/out"
	same_file "$T/out" "$2" "$1: VRT, words only"
	export-to -q -f transcript "$2" | tokenise >"$T/again"
	words "$2" >"$T/want"
	words "$T/again" >"$T/out"
	same_file "$T/out" "$T/want" "$1: transcript, words"
	grep '^<speech\|^<p' "$2" >"$T/want"
	grep '^<speech\|^<p' "$T/again" >"$T/out"
	same_file "$T/out" "$T/want" "$1: transcript, speeches and paragraphs"
}

check_iramuteq() { # NAME STREAM
	if ! command -v read-iramuteq >/dev/null; then
		skip "$1: IRaMuTeQ" 'read-iramuteq is not built'
		return
	fi
	export-to -q -f iramuteq -a id,date,speaker "$2" >"$T/corpus.txt"
	read-iramuteq -q "$T/corpus.txt" | tokenise >"$T/again"
	words "$2" >"$T/want"
	words "$T/again" >"$T/out"
	same_file "$T/out" "$T/want" "$1: IRaMuTeQ, words"
	speeches "$2" >"$T/want"
	speeches "$T/again" >"$T/out"
	same_file "$T/out" "$T/want" "$1: IRaMuTeQ, speeches"
}

# What tag says of words.
check_tagged() { # NAME STREAM
	tag -q "$2" >"$T/tokens"
	export-to -q -f conllu "$T/tokens" | read-conllu -q | sed 's/^<s id=[^>]*>$/<s>/' \
		>"$T/out"
	bare "$T/tokens" >"$T/want"
	same_file "$T/out" "$T/want" "$1: CoNLL-U, with lemma and pos"
}

# Lemmas, ranges, paragraphs and ids of a CoNLL-U file.
check_conllu() { # FILE
	read-conllu -q -o word,kind,form,lemma,pos,xpos,feats "$1" >"$T/tokens"
	export-to -q -f conllu "$T/tokens" >"$T/ud"
	read-conllu -q -o word,kind,form,lemma,pos,xpos,feats "$T/ud" \
		>"$T/out"
	same_file "$T/out" "$T/tokens" "${1##*/}: CoNLL-U"
	export-to -q -f vrt "$T/tokens" | read-vrt -q >"$T/out"
	same_file "$T/out" "$T/tokens" "${1##*/}: VRT"
}

# Is the package there?
in_r() { # PACKAGE
	case " $r_has " in *" $1 "*) ;; *) return 1 ;; esac
}

# The matrix as scipy and as awk read it sums up to what ngrams counts.
check_matrix() { # STREAM
	export-to -q -f mtx -O "$T/c" "$1"
	ngrams -q -c form "$1" | awk -F '\t' 'NR > 1 && $2 != "" { print $2 "\t" $3 }' |
		sort >"$T/want"
	awk -F '\t' '
	FNR == 1 { file++ }
	file == 1 && FNR > 1 { term[FNR - 1] = $1 }
	file == 2 && FNR > 2 { split($0, e, " "); n[e[2]] += e[3] }
	END { for (k in term) print term[k] "\t" n[k] }' \
		"$T/c.cols.tsv" "$T/c.mtx" | sort >"$T/out"
	same_file "$T/out" "$T/want" 'matrix: the counts of ngrams'
	check_python
	check_r
}

# The lines of the page from the one that begins with TEXT.
page_lines() { # TEXT
	awk -v from="$1" '
	index($0, from) == 1 { inside = 1 }
	/^\.Ed/ { inside = 0 }
	inside { gsub(/\\e/, "\\"); print }' stages/show/export-to/export-to.1
}

check_python() {
	python=
	for p in python3 /usr/bin/python3; do
		if [ -z "$python" ] && $p -c 'import scipy.io' 2>/dev/null; then
			python=$p
		fi
	done
	if [ -z "$python" ]; then
		skip 'matrix: the Python of the page' 'no python3 with scipy'
		return
	fi
	{
		page_lines 'import csv, scipy'
		cat <<-'END'
			assert m.shape == (len(speeches), len(terms))
			for t, n in zip(terms, m.sum(axis=0).tolist()[0]):
			    print(t, n, sep="\t")
		END
	} >"$T/page.py"
	(cd "$T" && PYTHONIOENCODING=utf-8 $python page.py) | sort >"$T/out"
	same_file "$T/out" "$T/want" 'matrix: the Python of the page'
}

check_r() {
	name='matrix: the R of the page'
	if ! in_r Matrix; then
		skip "$name" 'no Rscript with Matrix'
		return
	fi
	if in_r quanteda; then
		name="$name, quanteda"
		page_lines 'm <- Matrix' >"$T/page.R"
		echo 'm <- d' >>"$T/page.R"
	else
		page_lines 'm <- Matrix' | grep -v quanteda >"$T/page.R"
		skip "$name, quanteda" 'no quanteda'
	fi
	cat >>"$T/page.R" <<-'END'
		n <- Matrix::colSums(m)
		write.table(data.frame(colnames(m), n), "page.tsv", sep = "\t",
			quote = FALSE, row.names = FALSE, col.names = FALSE)
		stopifnot(nrow(m) == length(unique(rownames(m))))
	END
	(cd "$T" && LC_ALL=C.UTF-8 Rscript page.R) >"$T/log" 2>&1 || cat "$T/log"
	sort "$T/page.tsv" >"$T/out"
	same_file "$T/out" "$T/want" "$name"
}

# Names of a tree come back from R whole; what R has of packages is asked in the same run,
# as it takes half a second to start, and as much to load one.
check_tree() {
	printf '%s\t%s\t1\n' part other l\'Île Blum l\'Île D\'Estaing Blum D\'Estaing Blum l\'Île \
		D\'Estaing l\'Île D\'Estaing Blum | sed '1s/1$/distance/' >"$T/tree.tsv"
	cluster -f newick "$T/tree.tsv" >"$T/tree.nwk"
	cat >"$T/tree.R" <<-END
		has <- function(p) nzchar(system.file(package = p))
		cat(Filter(has, c("Matrix", "quanteda", "ape")), "\n")
		if (has("ape")) cat(sort(ape::read.tree('$T/tree.nwk')\$tip.label), file = '$T/names')
	END
	r_has=$(LC_ALL=C.UTF-8 Rscript "$T/tree.R" 2>/dev/null)
	if ! in_r ape; then
		skip 'newick: names in R' 'no Rscript with ape'
		return
	fi
	is "$(cat "$T/names")" "$(printf 'Blum D\342\200\231Estaing l\342\200\231Île')" \
		'newick: names in R'
}

read-text -q corpus/sample/discours/*.txt | tokenise >"$T/sample"
check_tree
check_plain sample "$T/sample"
check_tagged sample "$T/sample"
check_iramuteq sample "$T/sample"
check_conllu tests/faults/tiny.conllu
check_matrix "$T/sample"
if [ -d ../shared/gold/ud ]; then
	for f in ../shared/gold/ud/*/*.conllu \
		../shared/corpora/parlamint/*.conllu; do
		check_conllu "$f"
	done
	read-text -q ../shared/corpora/politique-generale/*.txt |
		tokenise >"$T/real"
	check_plain real "$T/real"
	check_iramuteq real "$T/real"
else
	skip 'real corpora' '../shared is not there'
fi
plan
