#!/bin/sh
# provenance.sh - the inputs, options, commands and programs of a study as a
# table: what, name, value.  The hashes are SHA-256 of the files' bytes; the
# commands are those of the rules that made the tables (study.mk).
set -eu
export LC_ALL=C
tab=$(printf '\t')
row() { # WHAT NAME VALUE; the escapes of tables
	printf '%s\n' "$3" | sed 's/\\/\\\\/g; s/\t/\\t/g' |
		awk -v what="$1" -v name="$2" '
		{ value = value (NR > 1 ? "\\n" : "") $0 }
		END { print what "\t" name "\t" value }'
}

here=$(cd "$STUDY" && pwd -P)
printf 'what\tname\tvalue\n'
while IFS=$tab read -r what name path sum; do
	if [ "$what" = text ]; then
		case $path in
		"$W"/names/*)
			name=$(readlink "$path")
			name=$(printf '%s\n' "${name#"$here/"}" |
				sed 's/\\/\\\\/g; s/\t/\\t/g')
			;;
		esac
	fi
	printf '%s\t%s\t%s\n' "$what" "$name" "$sum"
done <"$W/inputs.tsv"
for option in $OPTIONS; do
	value=
	eval "value=\$$option"
	row option "$option" "$value"
	[ "$option" = READ ] || continue
	sed -n "s/^text$tab\([^$tab]*\)$tab.*/\1/p" "$W/inputs.tsv" |
		while IFS= read -r text; do
		read -r reader <"$W/commands/read/$text"
		[ "$reader" = "$value" ] || row option "READ_$text" "$reader"
	done
done
tr -s ' ' '\n' <"$W/ran.list" | while IFS= read -r target; do
	[ -z "$target" ] || row command "$target" "$(cat "$W/commands/$target")"
done
tr ' ' '\n' <"$W/programs.list" | while IFS= read -r program; do
	[ -x "${B:?}/bin/$program" ] || continue # a reader of the study's own
	version=$("$program" -V)
	row program "$program" "$(printf '%s\n' "$version" | sed 1q)"
done
versions=$(tribune -V)
printf '%s\n' "$versions" | tail -n +2 | while IFS= read -r library; do
	row library "${library%% *}" "$library"
done
