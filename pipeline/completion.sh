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
	done | awk '
	{
		letters = values = ""
		gsub(/\[file \.\.\.\]|\.\.\./, "")
		gsub(/[][]/, " ")
		for (i = 2; i <= NF; i++) {
			if ($i !~ /^-[A-Za-z]+$/)
				continue
			letters = letters substr($i, 2)
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
tables
cat <<'END'
'
_tribune() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} program=${COMP_WORDS[1]} line entry
	COMPREPLY=()
	if [ "$COMP_CWORD" -eq 1 ]; then
		COMPREPLY=($(compgen -W "diff help new recount reports reproduce sensitivity --exec-path --help --version $(
			printf '%s\n' "$_tribune_table" | cut -d ' ' -f 1)" -- "$word"))
		return
	fi
	case $program in
	help)
		COMPREPLY=($(compgen -W "tribune $(printf '%s\n' "$_tribune_table" | cut -d ' ' -f 1)" -- "$word"))
		return
		;;
	diff | new | reports | sensitivity)
		COMPREPLY=($(compgen -d -- "$word"))
		return
		;;
	esac
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
