#!/bin/sh
# provenance.sh - the inputs, options, commands and programs of a study as a
# table: what, name, value.  The hashes are SHA-256 of the files' bytes; the
# commands are those of the rules that made the tables (study.mk).
set -eu
export LC_ALL=C
tab=$(printf '\t')
line_end='
'
escaped() { # VALUE; the escapes of tables, rarely needed
	case $1 in
	*[\\"$tab$line_end"]*)
		printf '%s\n' "$1" | sed 's/\\/\\\\/g; s/\t/\\t/g' |
			awk '{ printf "%s%s", (NR > 1 ? "\\n" : ""), $0 } END { print "" }'
		;;
	*) printf '%s\n' "$1" ;;
	esac
}
row() { # WHAT NAME VALUE
	printf '%s\t%s\t' "$1" "$2"
	escaped "$3"
}

here=$(cd "$STUDY" && pwd -P)
printf 'what\tname\tvalue\n'
while IFS=$tab read -r what name path sum; do
	case $what,$path in
	page,*) continue ;;
	text,"$W"/names/*)
		name=$(readlink "$path")
		name=$(escaped "${name#"$here/"}")
		;;
	esac
	printf '%s\t%s\t%s\n' "$what" "$name" "$sum"
done <"$W/inputs.tsv"
for option in $OPTIONS; do
	value=
	eval "value=\$$option"
	row option "$option" "$value"
	[ "$option" = READ ] || continue
	sed -n "s/^text$tab\([^$tab]*\)$tab.*/\1/p" "$W/inputs.tsv" |
		while IFS= read -r text; do
		IFS= read -r reader <"$W/commands/read/$text"
		[ "$reader" = "$value" ] || row option "READ_$text" "$reader"
	done
done
tr -s ' ' '\n' <"$W/ran.list" | while IFS= read -r target; do
	[ -n "$target" ] || continue
	command=
	while IFS= read -r text || [ -n "$text" ]; do
		command=$command${command:+$line_end}$text
	done <"$W/commands/$target"
	row command "$target" "$command"
done
tr ' ' '\n' <"$W/programs.list" | while IFS= read -r program; do
	[ -x "${B:?}/bin/$program" ] || continue # a reader of the study's own
	version=$("$program" -V)
	row program "$program" "${version%%"$line_end"*}"
done
versions=$(tribune -V)
printf '%s\n' "$versions" | tail -n +2 | while IFS= read -r library; do
	row library "${library%% *}" "$library"
done
