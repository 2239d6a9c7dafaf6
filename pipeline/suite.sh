#!/bin/sh
# suite.sh [-c] - writes the list of programs in pipeline/tribune.7 from the
# .Nd lines of their pages; -c only checks it: exit 1 if it is not up to date.
set -eu
cd "$(dirname "$0")/.."
page=pipeline/tribune.7
new=$(mktemp)
trap 'rm -f "$new"' EXIT

list() {
	while read -r room what; do
		[ -n "$(find "stages/$room" -name '*.1')" ] || continue
		echo ".Ss $room: $what"
		echo '.Bl -tag -width specificities -compact'
		awk '/^\.Nd / {
			name = FILENAME
			gsub(/^.*\/|\.1$/, "", name)
			print ".It Xr " name " 1\n" substr($0, 5)
		}' stages/"$room"/*/*.1
		echo '.El'
	done <<-ROOMS
		read texts to transcripts
		segment transcripts to tokens
		count tokens to counts
		measure figures of one text or part
		compare what differs, what is alike
		show tables to text, pictures and pages
	ROOMS
}

{
	sed '/^\.Sh PROGRAMS/q' "$page"
	list
	sed -n '/^\.Sh TERMS/,$p' "$page"
} >"$new"
cmp -s "$new" "$page" && exit 0
if [ "${1:-}" = -c ]; then
	diff -u "$page" "$new" || :
	exit 1
fi
cat "$new" >"$page"
