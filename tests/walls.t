#!/bin/sh
# The walls of the house (HACKING.md): who includes whom, read from the files;
# who uses what, read from the objects; prints TAP.
set -u
. tests/tap.sh

# FILE, FOLDER of what it includes from this tree, and what; one a line.
includes() {
	find stages -name '*.[ch]' -exec grep -H '^#include "' {} + |
		sed 's/^\(.*\):#include "\(.*\)".*/\1 \2/' | sort
}

# A file includes its own folder, its room's common/ and lib/; a room of lib
# includes itself and the rooms below it.
across() {
	awk '
	BEGIN {
		n = split("base text stat table lang stream", room, " ")
		for (i = 1; i <= n; i++)
			level[room[i]] = i
	}
	function folder(path) { sub("/[^/]*$", "", path); return path }
	{
		own = folder($1)
		split($1, from, "/")
		there = $2 ~ "/" ? folder("stages/" $2) : own
		split(there, to, "/")
		if (from[2] == "lib")
			good = to[2] == "lib" && level[to[3]] &&
			    level[to[3]] <= level[from[3]]
		else
			good = there == own || to[2] == "lib" ||
			    there == "stages/" from[2] "/common"
		if (!good)
			print $1 " includes " $2
	}'
}

# Headers that lead back to themselves.
circles() {
	awk '
	{
		dir = $1
		sub("/[^/]*$", "", dir)
		from[NR] = $1
		to[NR] = $2 ~ "/" ? "stages/" $2 : dir "/" $2
	}
	END { # take away what includes nothing that is left
		for (i = 1; i <= NR; i++)
			if (from[i] ~ /\.h$/)
				out[from[i]]++
		do {
			gone = 0
			for (i = 1; i <= NR; i++)
				if (from[i] ~ /\.h$/ && !done[i] && !out[to[i]]) {
					done[i] = 1
					out[from[i]]--
					gone++
				}
		} while (gone)
		for (i = 1; i <= NR; i++)
			if (from[i] ~ /\.h$/ && !done[i])
				print from[i] " includes " to[i]
	}'
}

# Folders of a room that are no program.
strangers() {
	for dir in stages/*/*/; do
		dir=${dir%/}
		case $dir in stages/lib/* | */common) continue ;; esac
		[ -f "$dir/${dir##*/}.c" ] && [ -f "$dir/${dir##*/}.1" ] ||
			echo "$dir lacks ${dir##*/}.c or ${dir##*/}.1"
	done
	find stages/*/ -maxdepth 1 -name '*.[ch]' ! -path 'stages/tribune/*'
}

# Modules that are shared without need, by the programs that are linked with
# them: a part of lib serves two rooms, a part of common/ two programs.  What
# knows French has its place whoever uses it, and is a room to those below; so
# has what deals and draws at random.
lonely() {
	find "$B/obj" -name '*.o' | sort | while IFS= read -r o; do
		src=${o#"$B/obj/"}
		[ ! -f "stages/${src%.o}.c" ] || echo "$o"
	done | xargs nm -Ag | sed "s,^$B/obj/,,; s,\\.o:, ," | awk '
	{ object[$1] }
	$(NF - 1) == "U" { needs[++n] = $1 " " $NF; next }
	shared($1) { owner[$NF] = $1 }
	function shared(o) { return o ~ "^lib/" || o ~ "^[a-z]*/common/" }
	function program(o, p) { # ROOM/PROGRAM, by its folder
		split(o, p, "/")
		return p[1] == "tribune" ? "tribune/tribune" : p[1] "/" p[2]
	}
	END {
		for (i = 1; i <= n; i++) {
			split(needs[i], a, " ")
			if (!(a[2] in owner) || owner[a[2]] == a[1])
				continue
			if (a[1] ~ "^lib/lang/")
				user[owner[a[2]], "lang/"] = 1
			if (shared(a[1]))
				above[owner[a[2]], ++k[owner[a[2]]]] = a[1]
			else
				user[owner[a[2]], program(a[1])] = 1
		}
		do { # who uses the user of a module uses the module
			more = 0
			for (key in user) {
				split(key, a, SUBSEP)
				list[a[1]] = list[a[1]] " " a[2]
			}
			for (o in object)
				for (i = 1; i <= k[o]; i++) {
					m = split(list[above[o, i]], p, " ")
					for (j = 1; j <= m; j++)
						if (!((o, p[j]) in user)) {
							user[o, p[j]] = 1
							more = 1
						}
				}
			split("", list)
		} while (more)
		for (key in user) {
			split(key, a, SUBSEP)
			split(a[2], p, "/")
			programs[a[1]]++
			if (!((a[1], p[1]) in room)) {
				room[a[1], p[1]]
				rooms[a[1]]++
			}
		}
		for (o in object) {
			if (!shared(o) || o ~ "^lib/lang/" || o ~ "^lib/stat/(deal|rng)$")
				continue
			if (o ~ "^lib/" && rooms[o] < 2)
				print o ": rooms that use it: " rooms[o] + 0
			else if (programs[o] < 2)
				print o ": programs that use it: " programs[o] + 0
		}
	}' | sort
}

includes >"$T/includes"
is "$(across <"$T/includes")" '' 'no file includes across a wall'
is "$(circles <"$T/includes")" '' 'no header leads back to itself'
is "$(strangers)" '' 'a folder of a room is a program or common'
is "$(lonely)" '' 'what is shared has two users'
is "$(find stages/lib -name '*.[ch]' | wc -l | awk '{ print ($1 <= 112) }')" 1 \
	'lib holds 112 files at most'

# The checks themselves can fail.
printf '%s\n' 'stages/count/a/a.c measure/common/words.h' \
	'stages/lib/base/in.c lib/stream/vrt.h' \
	'stages/read/b/b.h read/c/c.h' >"$T/bad"
is "$(across <"$T/bad" | wc -l)" 3 'a wall that is crossed is seen'
printf '%s\n' 'stages/x/y/a.h b.h' 'stages/x/y/b.h x/y/a.h' \
	'stages/x/y/c.h a.h' >"$T/bad"
is "$(circles <"$T/bad" | wc -l)" 3 'a circle is seen'
plan
