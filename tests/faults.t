#!/bin/sh
# Every program against every fault that a filter can meet; prints TAP.
# What a program reads is in tests/faults.tsv; there is no other code for one.
# Given names, only these programs: sh tests/faults.t ngrams
set -u
. tests/tap.sh

tab=$(printf '\t')
big=$T/big # 17 MiB without a line end
head -c 17825792 /dev/zero | tr '\0' a >"$big"
mkfifo "$T/fifo"

# A writer's end of a pipe that nobody reads.
# shellcheck disable=SC2094
exec 7<>"$T/fifo" 8>"$T/fifo" 7<&-

# Run the program: out, err and rc are what came of it. Redirections of
# stdin are the caller's.
run() { # ARGUMENT ...
	rc=0
	timeout 30 "$p" "$@" >"$T/out" 2>"$T/err" || rc=$?
}

# Check rc against the statuses wanted ("1", "3 141"), and that
# stderr holds one message of the program, on one line.
expect() { # STATUSES NAME
	why=
	case " $1 " in
	*" $rc "*) ;;
	*) why="exit $rc, want $1" ;;
	esac
	[ "$rc" -lt 128 ] || [ "$rc" -eq 141 ] || why="signal $((rc - 128))"
	[ "$rc" -ne 124 ] || why='did not end'
	case $rc in
	0 | 141) ;;
	*) is_message || why="$why; stderr is not one line '$p: ...'" ;;
	esac
	if [ -z "$why" ]; then
		pass "$p: $2"
	else
		fail "$p: $2" "${why#; }
$(head -c 2000 "$T/err")"
	fi
}

is_message() {
	lines=0
	good=no
	while IFS= read -r text; do
		lines=$((lines + 1))
		case $text in "$p: "?*) good=yes ;; esac
	done <"$T/err"
	[ $lines -eq 1 ] && [ $good = yes ]
}

# The message of the last run holds the extended regular expression.
says() { # ERE NAME
	if grep -qiE -e "$1" "$T/err"; then
		pass "$p: $2"
	else
		fail "$p: $2" "no '$1' in: $(head -c 2000 "$T/err")"
	fi
}

# Number of the line to spoil: the last that begins with a letter or a digit
# (running text, a token, a row), else the last one.
spoilt_line() { # FILE
	awk '/^[A-Za-z0-9]/ { k = NR } END { print k ? k : NR }' "$1"
}

# FILE with one byte (octal) put after the first of line K.
with_byte() { # FILE K OCTAL
	sed "$2s/^./&$(printf '\001')/" "$1" | tr '\001' "\\$3"
}

# A valid input too large for any pipe buffer, made from a tiny one: its
# speeches, or its last row, many times, under ids of their own.
enlarge() { # FILE KIND
	case $2 in
	transcript | tokens)
		awk -v times=2000 '
		/^<!--/ { print; next }
		/^<speech / { inside = 1 }
		inside { line[++n] = $0 }
		END {
			for (i = 1; i <= times; i++)
				for (j = 1; j <= n; j++) {
					s = line[j]
					if (s ~ /^<speech /)
						sub(/ id="/, "&n" i "-", s)
					else if (s ~ /^[a-z]/)
						sub(/^[a-z]+/, "&" i, s)
					print s
				}
		}' "$1"
		;;
	*)
		awk -v times=30000 '
		{ print; s = $0 }
		END {
			for (i = 1; i <= times; i++) {
				t = s
				sub(/^[^\t;, ]*/, "&" i, t)
				print t
			}
		}' "$1"
		;;
	esac
}

# Rename columns of a header line, so that the program misses them.
without_columns() { # FILE COLUMN,COLUMN...|"" (all)
	awk -v columns="$2" '
	BEGIN { k = split(columns, drop, ",") }
	NR == 1 {
		vrt = $0 ~ /^<!-- #vrt positional-attributes:/
		m = split($0, name, vrt ? " " : "\t")
		for (i = vrt ? 4 : 1; i <= (vrt ? m - 1 : m); i++) {
			gone = columns == ""
			for (j = 1; j <= k; j++)
				if (name[i] == drop[j])
					gone = 1
			if (gone)
				name[i] = "no_" name[i]
		}
		for (i = 1; i <= m; i++)
			printf "%s%s", name[i],
			    i < m ? (vrt ? " " : "\t") : "\n"
		next
	}
	{ print }' "$1"
}

# Options that every program has.
check_options() {
	run "-%" </dev/null
	expect 2 'unknown option'
	run -h </dev/null
	expect 0 '-h'
	if grep -qi usage "$T/out"; then
		pass "$p: -h prints the usage on stdout"
	else
		fail "$p: -h prints the usage on stdout" "$(cat "$T/out")"
	fi
	run -V </dev/null
	expect 0 '-V'
	text=$(cat "$T/out")
	case $text in
	*[0-9].[0-9]*) pass "$p: -V prints its version" ;;
	*) fail "$p: -V prints its version" "$text" ;;
	esac
	rc=0
	timeout 30 "$p" -h </dev/null >/dev/full 2>"$T/err" || rc=$?
	expect 3 '-h on a full device'
}

# stdout is full, closed or without a reader; first arguments: the program's.
check_stdout() { # INPUT SIZE ARGUMENT ...
	feed=$1
	size=$2
	shift 2
	rc=0
	timeout 30 "$p" "$@" <"$feed" >/dev/full 2>"$T/err" || rc=$?
	expect 3 "full device, $size input"
	rc=0
	timeout 30 "$p" "$@" <"$feed" >&- 2>"$T/err" || rc=$?
	expect 3 "closed stdout, $size input"
	rc=0
	timeout 30 "$p" "$@" <"$feed" >&8 2>"$T/err" || rc=$?
	expect '3 141' "reader of stdout gone, $size input"
}

check_files() { # ARGUMENT ...
	run "$@" -- "$in" </dev/null
	expect 0 'a file behind --'
	run "$@" -- -no-such-file </dev/null
	expect 3 'a name that begins with a hyphen behind --'
	says -no-such-file 'it is named'
	run "$@" <.
	expect 3 'directory as stdin'
	run "$@" . </dev/null
	expect 3 'directory as file'
	run "$@" no-such-file </dev/null
	expect 3 'missing file'
	says no-such-file 'missing file is named'
	if [ "$(id -u)" -eq 0 ]; then
		skip "$p: unreadable file" 'root reads everything'
	else
		run "$@" "$T/unreadable" </dev/null
		expect 3 'unreadable file'
	fi
}

# Bytes and lines that no input may hold.
check_text() { # ARGUMENT ...
	k=$(spoilt_line "$in")
	run "$@" </dev/null
	expect 1 'empty input'
	with_byte "$in" "$k" 000 >"$T/in"
	run "$@" <"$T/in"
	expect 1 'NUL byte'
	says ":$k: .*NUL" 'NUL byte: line is told'
	with_byte "$in" "$k" 351 >"$T/in"
	run "$@" <"$T/in"
	expect 1 'not UTF-8'
	says ":$k: .*byte 2([^0-9]|$)" 'not UTF-8: line and byte are told'
	{
		head -n $((k - 1)) "$in"
		cat "$big"
		tail -n "+$k" "$in"
	} >"$T/in"
	run "$@" <"$T/in"
	expect 1 'line over 16 MiB'
	says ":$k: " 'line over 16 MiB: line is told'
	sed 's/$/\r/' "$in" >"$T/in"
	run "$@" <"$T/in"
	expect '0 1' 'CRLF'
}

# Structure of the vertical format.
check_vrt() { # ARGUMENT ...
	head -n "$k" "$in" >"$T/in"
	run "$@" <"$T/in"
	expect 1 'input cut inside a speech'
	sed 's,^</p>,</@>,; s,^</speech>,</p>,; s,^</@>,</speech>,' "$in" \
		>"$T/in"
	run "$@" <"$T/in"
	expect 1 'crossed tags'
	{
		cat "$in"
		echo '</speech>'
	} >"$T/in"
	run "$@" <"$T/in"
	expect 1 'tag closed that was not open'
}

# Same bytes without the last newline, and in any locale.
check_same() { # ARGUMENT ...
	size=$(wc -c <"$in")
	head -c $((size - 1)) "$in" >"$T/in"
	run "$@" <"$T/in"
	expect 0 'no newline at the end'
	same_file "$T/out" "$T/valid" "$p: no newline at the end, same output"
	for locale in de_DE fr_FR; do
		if [ "$have_locales" = no ]; then
			skip "$p: $locale" 'localedef cannot make it'
			continue
		fi
		rc=0
		LOCPATH=$T/locale LC_ALL=$locale.UTF-8 LANG=$locale.UTF-8 \
			timeout 30 "$p" "$@" <"$in" >"$T/out" 2>"$T/err" || rc=$?
		expect 0 "$locale"
		same_file "$T/out" "$T/valid" "$p: $locale, same output"
	done
}

check_filter() { # ARGUMENT ...; in, kind and columns are set
	run "$@" <"$in"
	expect 0 'valid input'
	mv "$T/out" "$T/valid"
	if [ -s "$T/valid" ]; then
		pass "$p: valid input gives output"
	else
		fail "$p: valid input gives output"
	fi
	check_stdout "$in" tiny "$@"
	enlarge "$in" "$kind" >"$T/large"
	run "$@" <"$T/large"
	expect '0 1' 'large input'
	[ $rc -ne 0 ] || check_stdout "$T/large" large "$@"
	check_files "$@"
	check_text "$@"
	check_same "$@"
	case $kind in transcript | tokens) check_vrt "$@" ;; esac
	case $kind:$columns in
	tokens:- | table: | table:- | transcript:* | text:*) return ;;
	esac
	without_columns "$in" "$columns" >"$T/in"
	run "$@" <"$T/in"
	expect 1 'missing column'
}

check_program() { # ARGUMENTS KIND INPUT
	check_options
	arguments=$1
	[ "$arguments" != - ] || arguments=
	kind=${2%%:*}
	columns=
	case $2 in *:*) columns=${2#*:} ;; esac
	in=$3
	eval "set -- $arguments"
	case $kind in
	none)
		run "$@" </dev/null
		expect 0 'valid run'
		check_stdout /dev/null no "$@"
		;;
	transcript | tokens | table | text)
		if [ -s "$in" ]; then
			check_filter "$@"
		else
			fail "$p: tests/faults/$in is there"
		fi
		;;
	*) fail "$p: kind '$kind' in tests/faults.tsv" ;;
	esac
}

have_locales=yes
make_locales de_DE fr_FR || have_locales=no
: >"$T/unreadable"
chmod 000 "$T/unreadable"

sources=$(programs)
[ -n "$sources" ] || skip_all 'no programs yet'
cd tests/faults || exit 2
for src in $sources; do
	p=${src##*/}
	p=${p%.c}
	case $p in tribune) continue ;; esac
	if [ $# -gt 0 ]; then
		case " $* " in *" $p "*) ;; *) continue ;; esac
	fi
	found=no
	while IFS=$tab read -r name arguments kind input; do
		[ "$name" = "$p" ] || continue
		found=yes
		break
	done <../faults.tsv
	if [ $found = yes ]; then
		check_program "$arguments" "$kind" "$input"
	else
		fail "$p: has a row in tests/faults.tsv"
	fi
done
plan
