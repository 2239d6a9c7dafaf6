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

stamp() { sed 's/\.\./@@/g'; }

grep -vxFf "$work/inputs.tsv" "$new" | cut -f 3,4 >"$new.changed" || :
cut -f 1 "$new.changed" | stamp | sed "s,^,$work/sums/,; s,/[^/]*\$,," |
	sort -u | tr '\n' '\0' | xargs -0r mkdir -p --
while IFS=$tab read -r path sum; do
	echo "$sum" >"$work/sums/$(echo "$path" | stamp)"
done <"$new.changed"
cut -f 1,2 "$new" >"$new.names"
cut -f 1,2 "$work/inputs.tsv" | { grep -vxFf "$new.names" || :; } |
	sed -n "s/^text$tab//p" | while IFS= read -r text; do
	for kind in transcript tokens stems lemmas; do
		rm -f "$work/texts/$text.$kind"
	done
	rm -f "$work/commands/read/$text"
done
rm -f "$new.changed" "$new.names"
mv "$new" "$work/inputs.tsv"
