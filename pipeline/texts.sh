#!/bin/sh
# texts.sh - the files of a study, one a line, by names that make can hold.
# usage: texts.sh FOLDER NAMES PATTERN ...
# A name with a blank, an apostrophe or the like gets a link in the folder
# NAMES, called as it is but for _ in their place.
set -u
export LC_ALL=C
. pipeline/messages.sh
case $2 in /*) names=$2 ;; *) names=$PWD/$2 ;; esac
cd "$1" 2>/dev/null || exit 0
here=$(pwd -P)
shift 2
IFS=
odd="\001-\037\177
	 '\"%:#\$~;|*?[]{}()\\\\&<>!^\`"

make_link() { # FILE NAME
	old=$(readlink "$names/$2") || old=
	[ "$old" != "$here/$1" ] || return 0
	if [ -e "$2" ] || [ -e "$old" ]; then
		tell '%s: make would call it %s, as another file: rename one' "$here/$1" "$2"
		exit 1
	fi
	mkdir -p "$(dirname "$names/$2")" && ln -sfn "$here/$1" "$names/$2"
}

# (A disk that is not there now: the study would be made without its texts.)
whole() { # FILE
	[ -e "$1" ] || [ ! -L "$1" ] || {
		tell '%s: a link that leads nowhere: mend it, or take it away' "$here/$1"
		exit 1
	}
}

for pattern; do
	case $pattern in
	*/*)
		for file in ${pattern%/*}; do
			whole "$file"
		done
		;;
	esac
	for file in $pattern; do
		whole "$file"
		[ -f "$file" ] || continue
		name=$file
		case $file in
		*[!A-Za-z0-9._/,+@=-]*)
			name=$(printf %s "$file" | tr "$odd" _)
			[ "$name" = "$file" ] || make_link "$file" "$name" || exit 1
			;;
		esac
		printf '%s\n' "$name"
	done
done
