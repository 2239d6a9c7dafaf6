#!/bin/sh
# A study small enough to be made many times: after a kill, after an edit, as old as its
# texts; prints TAP.
set -u
. tests/tap.sh

command -v setsid >/dev/null || skip_all 'no setsid'

made() { # TEXT COMMAND ...
	text=$1
	rc=0
	shift
	"$@" || rc=$?
	if [ $rc -eq 0 ]; then
		pass "$text"
	else
		fail "$text" "exit $rc
$(tail -n 20 "$T/log")"
	fi
}

same_tree() { # GOT WANT NAME
	if diff -rq "$2" "$1" >"$T/diff" 2>&1; then
		pass "$3"
	else
		fail "$3" "$(cat "$T/diff")
$(diff -ru "$2" "$1" | head -n 40)"
	fi
}

count_files() { # FOLDER
	find "$1" -type f 2>/dev/null | wc -l
}

# A study of three texts in a folder of its own.
tiny_study() { # NAME
	mkdir -p "$T/$1/tiny" || exit 2
	for k in 1 2 3; do
		cat >"$T/$1/tiny/discours-$k.txt" <<-END
			Titre : Discours $k
			Date : 202$k-03-0$k
			Orateur : Jeanne Vaillant

			La loi protège les enfants. Nous voulons $k lois de paix.
			Le travail et la loi, la paix et le travail.
		END
	done
	printf 'PARTS = year\n' >"$T/$1/tiny/study.mk"
}

# The variables of make for the tiny study NAME: all is written in $T/NAME.
tiny_in() { # NAME
	echo "B=$B TRIBUNE_LIBEXEC=$bin STUDY=$T/$1/tiny W=$T/$1/work OUT=$T/$1/reports"
}

# make the tiny study NAME with this checkout's programs.
make_tiny() { # NAME ARGUMENT ...
	name=$1
	shift
	# shellcheck disable=SC2046 # mktemp gives no blanks
	timeout 600 make $(tiny_in "$name") "$@" reports </dev/null >"$T/log" 2>&1
}

check_tiny() { # NAME TEXT ARGUMENT ...
	copy=$1
	text=$2
	shift 2
	made "$text" make_tiny "$copy" "$@"
}

# Files of a tiny study, newer than the stamp, where make writes.  (The hash of a file is
# put down when the file is no longer young.)
rewritten() { # NAME
	(cd "$T/$1" && find work reports -type f -newer "$T/stamp" ! -path work/hashes 2>/dev/null)
}

# Kill make when it has made a part of the files, whichever they are.
check_kill() { # NAME PART-OF-FOUR
	target=$((before + (after - before) * $2 / 4))
	# shellcheck disable=SC2046
	setsid make $(tiny_in "$1") -j2 reports </dev/null >"$T/log" 2>&1 &
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
	for f in $(cd "$T/$1" && find reports -type f ! -name '*.part' 2>/dev/null); do
		cmp -s "$T/$1/$f" "$T/whole/$f" || half="$half $f"
	done
	is "$half" '' "killed at $2/4: no half-written file in reports"
}

check_edit() {
	source=tiny/discours-2.txt
	sleep 1 # a clock tick for file systems with coarse times
	: >"$T/stamp"
	check_tiny whole 'nothing changed: make'
	is "$(rewritten whole | grep -vx 'work/\.ended\|work/\.begun\|work/\.lock')" '' 'nothing changed: nothing is rewritten'

	sleep 1
	: >"$T/stamp"
	printf '\nNous voulons une école pour tous.\n' >>"$T/whole/$source"
	check_tiny whole 'one speech changed: make'
	rewritten whole >"$T/new"
	if grep -q "^reports/" "$T/new"; then
		pass 'one speech changed: reports are rewritten'
	else
		fail 'one speech changed: reports are rewritten'
	fi
	check_unrelated
}

# A fresh clone or archive: the reports that came with it are no older than the
# texts, and yet nothing was made here; they are those of before the edit.
check_fresh() {
	tiny_study fresh
	cp "$T/whole/$source" "$T/fresh/$source"
	cp -R "$T/killed/reports" "$T/fresh/reports"
	find "$T/fresh" -exec touch -d '2020-01-01' {} +
	check_tiny fresh 'reports as old as the texts: make' -j2
	if [ -s "$T/fresh/work/shards/rest.vrt.zst" ]; then
		pass 'reports as old as the texts: they are made all the same'
	else
		fail 'reports as old as the texts: they are made all the same'
	fi
	same_tree "$T/whole/reports" "$T/fresh/reports" \
		'an edit gives what a run from nothing gives'
}

# A sheet holds the medians of all: those of other speeches change with them.
check_unrelated() {
	is "$(grep -v '/discours-2\.' "$T/new" | grep -c '/sheets/.*\.txt$')" 2 \
		'one speech changed: the sheets of the others say so'
	is "$(grep -c '/segments.txt$' "$T/new")" 1 'one speech changed: its pages are made'
}

# A table that is published no more is packed: what it was before is nobody's.
check_forms() {
	tiny_study forms
	check_tiny forms 'id as a part: make' PARTS='year id'
	printf '\nNous voulons trois routes et une gare.\n' >>"$T/forms/tiny/discours-2.txt"
	check_tiny forms 'a text changed, and no part id any more: make'
	rm -r "$T/forms/work"
	mv "$T/forms/reports" "$T/forms/edited"
	check_tiny forms 'and from nothing: make'
	same_tree "$T/forms/edited" "$T/forms/reports" 'the sheets are of the tables of now'
}

# What is gone from the work folder is made again.
check_gone() {
	left=
	for f in inputs.tsv inputs.sum inputs.list texts.list shards.pipe shards.list shards/rest.recipe \
		shards/rest.kept shards/rest.notes hashes plan passed-over sums kept types.tsv eigenvalues-year.tsv \
		cooccurrents.pivots.tsv network.communities.tsv growth.ranks.tsv specificities-year.tests.tsv; do
		rm -r "$T/killed/work/$f" || left="$left $f"
		rm -f "$T/killed/work/parts.ok"
		make_tiny killed || left="$left $f:$?"
	done
	is "$left" '' 'a file of the work folder is gone: make'
	same_tree "$T/killed/reports" "$T/whole/reports" 'a file of the work folder is gone: the same bytes'
}

# A text that changes behind the plan, and then back again.
check_changing() {
	cat >"$T/changing" <<-'END'
		#!/bin/sh
		[ ! -e "$HOLD/now" ] || cp "$HOLD/now" "$HOLD/text"
		exec read-text "$@"
	END
	chmod +x "$T/changing"
	tiny_study changed
	HOLD=$T/hold
	export HOLD
	mkdir "$HOLD"
	ln -s "$T/changed/tiny/discours-2.txt" "$HOLD/text"
	cp "$HOLD/text" "$HOLD/old"
	sed 's/paix/guerre/' "$HOLD/old" >"$HOLD/now"
	rc=0
	make_tiny changed READ="$T/changing" || rc=$?
	is "$rc:$(grep -c 'discours-2.txt: changed while it was read' "$T/log")" 2:1 'a text that changes is told'
	rm "$HOLD/now"
	cp "$HOLD/old" "$HOLD/text"
	check_tiny changed 'a text that changed back: make' READ="$T/changing"
	is "$(cut -f 1 "$T/changed/work/words-year.tsv" | grep -c guerre):$(grep -c guerre "$T/changed/work/types.tsv")" 0:0 \
		'a text that changed back: it is read again'
}

tiny_study whole
check_tiny whole 'a tiny study: make'
# (make would take what is beside for old, and count it as still to be made)
later=
for pair in factors-year:eigenvalues-year growth:growth.ranks network:network.communities \
	cooccurrents:cooccurrents.pivots specificities-year:specificities-year.tests; do
	[ -z "$(find "$T/whole/work/${pair%:*}.tsv" -newer "$T/whole/work/${pair#*:}.tsv")" ] || later="$later $pair"
done
is "$later" '' 'no table is later than what is beside it'
after=$(count_files "$T/whole")
tiny_study killed
before=$(count_files "$T/killed")
for part in 1 2 3; do
	check_kill killed $part
done
check_tiny killed 'after the kills: make' -j2
same_tree "$T/killed/reports" "$T/whole/reports" 'after the kills: the same bytes'

check_gone
check_changing
check_edit
check_fresh
check_forms
plan
