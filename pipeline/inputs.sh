#!/bin/sh
# inputs.sh WORK - the hashes of what a study reads, WORK/inputs.tsv, and a stamp
# of each input in WORK/sums, written when its content is another one.  What
# was made of a text that the study has no more goes.
# WORK/inputs.list, what|name|path parted by blanks, is what make knows of them.
set -eu
export LC_ALL=C
work=$1
tab=$(printf '\t')
new=$work/.inputs.new

tr -s ' ' '\n' <"$work/inputs.list" | tr '|' '\t' >"$new.list"
cut -f 3 "$new.list" | tr '\n' '\0' | xargs -0 sha256sum -- >"$new.sums"
cut -d ' ' -f 1 "$new.sums" | paste "$new.list" - >"$new"
rm -f "$new.list" "$new.sums"
[ -f "$work/inputs.tsv" ] || : >"$work/inputs.tsv"
if cmp -s "$new" "$work/inputs.tsv"; then
	rm -f "$new"
	exit 0
fi

grep -vxFf "$work/inputs.tsv" "$new" | cut -f 3,4 |
	sed "s/\.\./@@/g; s|^|$work/sums/|" >"$new.changed" || :
sed "s|/[^/]*$tab.*||" "$new.changed" | sort -u | tr '\n' '\0' | xargs -0r mkdir -p --
awk -F '\t' '{ print $2 > $1; close($1) }' "$new.changed"
cut -f 1,2 "$new" >"$new.names"
cut -f 3 "$new" >"$new.paths"
cut -f 1,2 "$work/inputs.tsv" | { grep -vxFf "$new.names" || :; } |
	sed -n "s/^text$tab//p" | while IFS= read -r text; do
	made=$work/texts/$text
	rm -f "$made.transcript" "$made.tokens" "$made.stems" "$made.lemmas" \
		"$work/names/$text" "$work/commands/read/$text"
done
cut -f 3 "$work/inputs.tsv" | { grep -vxFf "$new.paths" || :; } |
	sed "s/\.\./@@/g; s|^|$work/sums/|" | tr '\n' '\0' | xargs -0r rm -f --
rm -f "$new.changed" "$new.names" "$new.paths"
mv "$new" "$work/inputs.tsv"
