#!/bin/sh
# The whole chain on the sample: the same bytes as reports/sample, in another
# folder, locale, zone and order (.ci/run makes them in this one); prints TAP.
set -u
. tests/tap.sh

study=corpus/sample
reports=reports/sample
[ -f $study/study.mk ] || skip_all "no $study/study.mk yet"
[ -d $reports ] || skip_all "no $reports yet"

# make in a copy, without what an outer make has set but B.
check_make() { # TEXT ARGUMENT ...
	text=$1
	rc=0
	shift
	(cd "$T/copy" && exec timeout 600 make B="$B" "$@") </dev/null >"$T/log" 2>&1 || rc=$?
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

# A copy of this checkout, built, with nothing reported yet.
mkdir "$T/copy" && worktree_tar | tar -xf - -C "$T/copy" || exit 2
copy_build "$T/copy"
case $B in
/*) ;;
*) cp -a "$B/.tools" "$T/copy/$B/" ;; # which tools are here is known
esac
rm -rf "${T:?}/copy/$reports" "${T:?}/copy/$B/study"

if make_locales fr_FR; then
	check_make 'make -j2 reports, French locale, other zone' -j2 reports \
		LC_ALL=fr_FR.UTF-8 LOCPATH="$T/locale" TZ=Asia/Tokyo
else
	check_make 'make -j2 reports, other zone' -j2 reports TZ=Asia/Tokyo
fi
same_tree "$T/copy/$reports" "$top/$reports" 'make reports gives reports/sample'
# In French: its pages of the same tables.
check_make 'make reports in French' -j2 reports REPORT_LANG=fr OUT=$reports-fr
same_tree "$T/copy/$reports-fr" "$top/$reports-fr" 'the pages in French' '*.tsv'
for f in "$T/copy/$reports"/*.tsv; do
	case $f in */PROVENANCE.tsv) continue ;; esac
	cmp -s "$f" "$T/copy/$reports-fr/${f##*/}" || echo "$f"
done >"$T/diff"
is "$(cat "$T/diff")" '' 'the tables are those of the other language'
plan
