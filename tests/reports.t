#!/bin/sh
# The whole chain on the sample: the same bytes as reports/sample, in another
# folder, locale and order, after a kill, after an edit; prints TAP.
set -u
. tests/tap.sh

study=corpus/sample
reports=reports/sample
[ -f $study/study.mk ] || skip_all "no $study/study.mk yet"
[ -d $reports ] || skip_all "no $reports yet"
command -v setsid >/dev/null || skip_all 'no setsid'

# A copy of this checkout, built, with nothing reported yet.
checkout() { # NAME
	mkdir "$T/$1" && tar -xf "$T/tar" -C "$T/$1" || exit 2
	copy_build "$T/$1"
	rm -rf "${T:?}/$1/$reports" "${T:?}/$1/$B/study" "${T:?}/$1/$B/studies" \
		"${T:?}/$1/$B/work" "${T:?}/$1/$B/sample"
}

# make in a copy, without what an outer make has set but B.
make_in() { # NAME ARGUMENT ...
	dir=$T/$1
	shift
	(cd "$dir" && exec env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL \
		timeout 600 make B="$B" "$@") </dev/null >"$T/log" 2>&1
}

check_make() { # NAME TEXT ARGUMENT ...
	copy=$1
	text=$2
	shift 2
	rc=0
	make_in "$copy" "$@" || rc=$?
	if [ $rc -eq 0 ]; then
		pass "$text"
	else
		fail "$text" "exit $rc
$(tail -n 20 "$T/log")"
	fi
}

same_tree() { # GOT WANT NAME [PATTERN-OF-FILES-NOT-COMPARED]
	if diff -rq ${4:+-x "$4"} "$2" "$1" >"$T/diff" 2>&1; then
		pass "$3"
	else
		fail "$3" "$(cat "$T/diff")
$(diff -ru "$2" "$1" | head -n 40)"
	fi
}

count_files() { # FOLDER
	find "$1" -type f 2>/dev/null | wc -l
}

# Files of a copy, newer than the stamp, where make writes.
rewritten() { # NAME
	(cd "$T/$1" && find "$B" reports -type f -newer "$T/stamp" 2>/dev/null)
}

# Kill make when it has made a part of the files, whichever they are.
check_kill() { # NAME PART-OF-FOUR
	target=$((before + (after - before) * $2 / 4))
	setsid env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL \
		make -C "$T/$1" B="$B" -j2 reports </dev/null >"$T/log" 2>&1 &
	pid=$!
	while [ "$(count_files "$T/$1")" -lt $target ] &&
		kill -0 $pid 2>/dev/null; do
		sleep 0.02
	done
	kill -9 -$pid 2>/dev/null # the whole group; dash knows no --
	wait $pid 2>/dev/null
	rc=$?
	case $rc in
	137) pass "killed at $2/4" ;;
	0) skip "killed at $2/4" 'make was faster' ;;
	*) fail "killed at $2/4" "exit $rc
$(tail -n 20 "$T/log")" ;;
	esac
	half=
	for f in $(cd "$T/$1" && find $reports -type f ! -name '*.tmp' 2>/dev/null); do
		cmp -s "$T/$1/$f" "$f" || half="$half $f"
	done
	is "$half" '' "killed at $2/4: no half-written file in reports"
}

check_edit() {
	source=
	for f in "$study"/*.txt "$study"/*.xml "$study"/*.csv; do
		[ -f "$f" ] && source=$f && break
	done
	if [ -z "$source" ]; then
		skip 'an edit' "no text in $study"
		return
	fi
	sleep 1 # a clock tick for file systems with coarse times
	: >"$T/stamp"
	check_make one 'nothing changed: make' reports
	is "$(rewritten one)" '' 'nothing changed: nothing is rewritten'

	sleep 1
	: >"$T/stamp"
	printf '\nNous voulons une école pour tous.\n' >>"$T/one/$source"
	check_make one 'one speech changed: make' reports
	rewritten one >"$T/new"
	if grep -q "^reports/" "$T/new"; then
		pass 'one speech changed: reports are rewritten'
	else
		fail 'one speech changed: reports are rewritten'
	fi
	check_unrelated
	checkout three
	cp "$T/one/$source" "$T/three/$source"
	check_make three 'the changed study from nothing: make' -j2 reports
	same_tree "$T/one/$reports" "$T/three/$reports" \
		'an edit gives what a run from nothing gives'
}

# What is made of another text alone is left as it is: files of the build
# folder named after that text.
check_unrelated() {
	alone=0
	wrong=
	for f in "$study"/*.txt "$study"/*.xml "$study"/*.csv; do
		if [ ! -f "$f" ] || [ "$f" = "$source" ]; then
			continue
		fi
		base=${f##*/}
		base=${base%.*}
		alone=$((alone + $(find "$T/one/$B" -type f -name "$base.*" | wc -l)))
		wrong="$wrong$(grep -F "/$base." "$T/new" | grep -v '^reports/')"
	done
	if [ $alone -eq 0 ]; then
		skip 'one speech changed: other texts' 'nothing is made of one text'
	else
		is "$wrong" '' 'one speech changed: files of other texts stay'
	fi
}

worktree_tar >"$T/tar"
checkout one
check_make one 'make reports' reports
same_tree "$T/one/$reports" "$top/$reports" 'make reports gives reports/sample'
case $B in
*san*)
	plan # the rest tries make, not the programs
	exit 0
	;;
esac

checkout two
if make_locales fr_FR; then
	check_make two 'make -j2 reports, French locale, other zone' -j2 reports \
		LC_ALL=fr_FR.UTF-8 LOCPATH="$T/locale" TZ=Asia/Tokyo
else
	check_make two 'make -j2 reports, other zone' -j2 reports TZ=Asia/Tokyo
fi
same_tree "$T/two/$reports" "$top/$reports" 'make -j2 gives the same bytes'
# In French: its pages of the same tables.
check_make two 'make reports in French' -j2 reports REPORT_LANG=fr OUT=$reports-fr
same_tree "$T/two/$reports-fr" "$top/$reports-fr" 'the pages in French' '*.tsv'
for f in "$T/two/$reports"/*.tsv; do
	case $f in */PROVENANCE.tsv) continue ;; esac
	cmp -s "$f" "$T/two/$reports-fr/${f##*/}" || echo "$f"
done >"$T/diff"
is "$(cat "$T/diff")" '' 'the tables are those of the other language'
rm -rf "$T/two"

after=$(count_files "$T/one")
checkout killed
before=$(count_files "$T/killed")
for part in 1 2 3; do
	check_kill killed $part
done
check_make killed 'after the kills: make' -j2 reports
same_tree "$T/killed/$reports" "$top/$reports" 'after the kills: the same bytes'
rm -rf "$T/killed"

check_edit

# A fresh clone or archive: the committed reports are no older than the texts,
# and yet nothing was made here.
checkout four
cp -R "$top/$reports" "$T/four/$reports"
find "$T/four" -exec touch -d '2020-01-01' {} +
check_make four 'reports as old as the texts: make' -j2 reports
if [ -s "$T/four/$B/study/sample/corpus.vrt" ]; then
	pass 'reports as old as the texts: they are made all the same'
else
	fail 'reports as old as the texts: they are made all the same'
fi
plan
