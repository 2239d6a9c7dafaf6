#!/bin/sh
# completion.sh bash|zsh - what completes `tribune ...` in a shell, on standard output,
# made from the usage that the programs themselves print (-h).  The folder of the
# programs comes first in PATH.
set -eu
export LC_ALL=C
shell=${1-}
case $shell in
bash | zsh) ;;
*)
	echo 'completion.sh: bash or zsh' >&2
	exit 2
	;;
esac
at=$(tribune --exec-path)

# A line a program: its name, its letters, and those of them that take a value, each
# as LETTER:WORDS, where WORDS are what the value may be, parted by commas, or FILE.
tables() {
	for program in "$at"/*; do
		name=${program##*/}
		[ "$name" != tribune ] || continue
		printf '%s ' "$name"
		"$program" -h | sed -n 's/^usage: [^ ]* *//p'
	done
	for name in reports sensitivity reproduce recount new; do
		printf '%s ' "$name"
		tribune "$name" -h | sed -n 's/^usage: tribune [^ ]* /[-hV] /p'
	done
}

# As LETTERS LETTER:WORDS ...
options() {
	awk '
	{
		letters = values = ""
		gsub(/\[file \.\.\.\]|\.\.\./, "")
		gsub(/[][]/, " ")
		for (i = 2; i <= NF; i++) {
			if ($i !~ /^-[A-Za-z]+$/)
				continue
			for (k = 2; k <= length($i); k++)
				if (!index(letters, substr($i, k, 1)))
					letters = letters substr($i, k, 1)
			if (length($i) > 2 || i == NF || $(i + 1) ~ /^[-|]/)
				continue
			words = "FILE"
			if ($(i + 1) ~ /^[a-z0-9-]+(\|[a-z0-9-]+)+$/) {
				words = $(i + 1)
				gsub(/\|/, ",", words)
			}
			values = values " " substr($i, 2) ":" words
		}
		print $1, letters values
	}'
}

if [ "$shell" = zsh ]; then
	echo '#compdef tribune'
	echo 'autoload -U +X bashcompinit && bashcompinit'
fi
cat <<'END'
# Completion of `tribune PROGRAM -OPTION VALUE`, made by completion.sh from the
# programs' own usage.
_tribune_table='
END
tables | options
printf "'\n_tribune_variables='%s'\n" \
	"$(sed -n '/^STUDY_VARIABLES/,/[^\\]$/p' pipeline/names.mk | tr -cs 'A-Z_' '\n' | sed '/^STUDY_VARIABLES$/d; /./s/$/=/' | tr '\n' ' ')"
cat <<'END'
_tribune() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} program=${COMP_WORDS[1]} line entry
	COMPREPLY=()
	if [ "$COMP_CWORD" -eq 1 ]; then
		COMPREPLY=($(compgen -W "diff help --exec-path --help --version $(
			printf '%s\n' "$_tribune_table" | cut -d ' ' -f 1)" -- "$word"))
		return
	fi
	case $program:$word in
	reports:[A-Z]* | sensitivity:[A-Z]*)
		COMPREPLY=($(compgen -W "NAME= $_tribune_variables" -- "$word"))
		[ -z "${BASH_VERSION:-}" ] || compopt -o nospace 2>/dev/null
		[ ${#COMPREPLY[@]} -eq 0 ] || return 0
		;;
	reports:-* | sensitivity:-* | reproduce:-* | recount:-* | new:-*)
		COMPREPLY=($(compgen -W "$(printf '%s\n' "$_tribune_table" | sed -n "s/^$program \([A-Za-z]*\).*/\1/p" | sed 's/./-& /g') --help --version" -- "$word"))
		return
		;;
	esac
	case $program in
	help)
		COMPREPLY=($(compgen -W "tribune $(printf '%s\n' "$_tribune_table" | cut -d ' ' -f 1)" -- "$word"))
		return
		;;
	diff | new | reports | sensitivity)
		case $program$word in
		diff-*) ;;
		*)
			COMPREPLY=($(compgen -d -- "$word"))
			return
			;;
		esac
		;;
	esac
	[ "$program" != diff ] || program=changes
	line=$(printf '%s\n' "$_tribune_table" | grep "^$program ")
	case $before in
	-?)
		entry=$(printf '%s\n' "$line" | tr ' ' '\n' | sed -n "s/^${before#-}://p")
		if [ -n "$entry" ] && [ "$entry" != FILE ]; then
			COMPREPLY=($(compgen -W "$(printf '%s' "$entry" | tr , ' ')" -- "$word"))
			return
		fi
		;;
	esac
	case $word in
	-*) COMPREPLY=($(compgen -W "$(printf '%s\n' "$line" | cut -d ' ' -f 2 | sed 's/./-& /g') --help --version --output=" -- "$word")) ;;
	*) COMPREPLY=($(compgen -f -- "$word")) ;;
	esac
}
complete -o filenames -F _tribune tribune
END
[ "$shell" = bash ] || echo '_bash_complete -o filenames -F _tribune'
