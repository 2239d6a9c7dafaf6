# front.sh - sourced by what `tribune reports` and its like run, each called with
# PIPELINE LIBEXEC [options] ...: the folders of the chain (installed, or of a checkout)
# and of the programs, and what the user wrote.  Sets pipeline and libexec, whole paths,
# and takes them and the options off the arguments; the options are in jobs, lines, table.
# shellcheck shell=sh
set -eu
pipeline=$(cd "$1" && pwd -P)
# shellcheck disable=SC2034 # of who sources this
libexec=$(cd "$2" && pwd -P)
shift 2
# shellcheck source=pipeline/messages.sh
. "$pipeline/messages.sh"

# The whole path of a folder; a name such as - is no option.
path_of() { # FOLDER
	case $1 in -*) set -- "./$1" ;; esac
	(cd "$1" && pwd -P)
}

die() { # STATUS FORMAT ARGUMENT ...
	status=$1
	shift
	tell "$@"
	exit "$status"
}

need_folder() { # FOLDER
	[ -d "$1" ] && return
	if [ -e "$1" ]; then
		die 1 '%s: a file, where a folder is due' "$1"
	fi
	die 1 '%s: no such folder' "$1"
}

# What a command writes goes to standard output, or it is told that it could not.
out() { # COMMAND ...
	of_out=$("$@"; echo .)
	of_out=${of_out%.}
	[ -z "$of_out" ] || printf %s "$of_out" 2>/dev/null || die 3 '%s: cannot be written' 'standard output'
}

jobs=
lines=
table=
# shellcheck disable=SC2034 # of who sources this
take_options() { # COMMAND USAGE LETTERS ARGUMENT ...; sets OPTIND
	command=$1
	usage=$2
	letters=$3
	shift 3
	while getopts ":hV-:$letters" option; do
		case $option$OPTARG in -help) option=h ;; -version) option=V ;; esac
		case $option in
		j) jobs=$OPTARG ;;
		n) lines=$OPTARG ;;
		t) table=$OPTARG ;;
		h)
			out said 'usage: %s' "$usage"
			exit 0
			;;
		V)
			version=$(tribune -V | sed -n "1s/^tribune/$command/p")
			out echo "$version"
			exit 0
			;;
		:) die 2 '%s: option -%s needs a value (usage: %s)' "$command" "$OPTARG" "$usage" ;;
		-) die 2 '%s: unknown option -%s (usage: %s)' "$command" "-$OPTARG" "$usage" ;;
		*) die 2 '%s: unknown option -%s (usage: %s)' "$command" "$OPTARG" "$usage" ;;
		esac
	done
	for option in "j${jobs:-1}" "n${lines:-1}"; do
		number=${option#?}
		case $number in *[!0-9]* | 0*) die 2 "%s: option -%s: '%s' is not a number from 1 on (usage: %s)" "$command" "${option%"$number"}" "$number" "$usage" ;; esac
	done
}

# A row of a provenance: the value of an option.
option_of() { # PROVENANCE.tsv NAME
	awk -F '\t' -v name="$2" '$1 == "option" && $2 == name { print $3; exit }' "$1"
}
