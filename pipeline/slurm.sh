#!/bin/bash
# slurm.sh MAKE ... - before this make of a study's files: what is to be made of its
# shards, their counts and the sums of these, as lists of tasks,
# W/tasks/{counts,ranges}-N; ENGINE=slurm runs them as two arrays of jobs and waits.
# Then the make itself does what is left.  Variables: slurm.mk, study(5).
#
# Whether something was made is seen by the files alone, asked of make: there need
# be no accounting, and what a killed task had made is not made again.
set -u -o pipefail
export LC_ALL=C
. pipeline/messages.sh
lists=$W/tasks
jobs=$lists/jobs # job's name and numbers, while there may be such
user=$(id -un)
numbers=
quiet=$lists/.out

complain() { # FORMAT ARGUMENT ...
	printf 'tribune: %s: %s\n' "$STUDY" "$(said "$@")" >&2
}

# Slurm's commands wait for a scheduler that is gone, as long as they like.
ask() { # COMMAND ...
	timeout -k 5 $((SLURM_WAIT < 60 ? SLURM_WAIT : 60)) "$@" </dev/null 2>"$lists/.err"
}

# "number task state reason" of what has not ended yet.
queue() { # NAME
	ask squeue -h -r -u "$user" -o '%F|%K|%T|%r|%j' >"$quiet" || return
	awk -F '|' -v name="$1" '$5 == name && $3 != "COMPLETING" { print $1, $2, $3, $4 }' "$quiet"
}

# Takes the jobs of a name away; 1 if they may still run.
cancel() { # NAME
	local try=0 left
	while ask scancel -Q -u "$user" -n "$1" && left=$(queue "$1"); do
		[ -n "$left" ] || {
			rm -f "$jobs"
			return 0
		}
		try=$((try + 1))
		[ $try -lt 40 ] || break
		sleep 0.5
	done
	return 1
}

give_up() { # STATUS FORMAT ARGUMENT ...
	local status=$1
	shift
	trap '' HUP INT TERM
	complain "$@"
	if [ -f "$jobs" ] && ! cancel "$name"; then
		complain 'jobs%s may still run: scancel%s' "$numbers" "${numbers:- -n $name}"
	fi
	exit "$status"
}

# Jobs that a killed run has left would write beside this one.
clear_left() {
	local old
	[ -f "$jobs" ] || return 0
	read -r old _ <"$jobs"
	cancel "$old" && return
	complain 'jobs of an earlier run may still write here, and Slurm does not answer: scancel -n %s, then remove %s' \
		"$old" "$jobs"
	exit 1
}

# What make would make of shards, counts and ranges.
undone() { # MAKE ...
	if ! "$@" -n --debug=b COUNTING=yes >"$quiet" 2>"$lists/.err"; then
		cat "$lists/.err" >&2
		return 1
	fi
	sed -n "s/^ *Must remake target '\(.*\)'\.\$/\1/p" "$quiet" |
		awk -v w="$W/" 'index($0, w) == 1 && substr($0, length(w) + 1) ~ \
			/^(shards\/[^\/]*\.vrt\.zst|counts\/[^\/]*\/[^\/]*|ranges\/[^\/]*\/[^\/]*)$/' >"$lists/undone"
}

# A list a task: the files of some shards, the same range of all tables.  The
# largest shards go first, each to the task that has least; a shard is as large as
# its recipe is long, which names its texts.
deal() {
	rm -f "$lists"/counts-* "$lists"/ranges-*
	find "$W/shards" -name '*.recipe' -printf '%s %p\n' | sort -k 1,1nr -k 2 >"$lists/.sizes"
	awk -v most="$TASKS" -v w="$W/" -v lists="$lists/" '
	function name(path) {
		sub(/.*\//, "", path)
		sub(/\.(vrt\.zst|tsv(\.zst)?|recipe)$/, "", path)
		return path
	}
	FILENAME == ARGV[2] {
		if (!((shard = name($2)) in task))
			next
		if (size == 0)
			size = n < most ? n : most
		least = 1
		for (k = 2; k <= size; k++)
			if (load[k] < load[least])
				least = k
		load[least] += $1
		task[shard] = least
		next
	}
	{ is_range = index($0, w "ranges/") == 1 }
	FNR == NR {
		if (!is_range && !(name($0) in task)) {
			task[name($0)] = 1
			n++
		}
		next
	}
	is_range { file = "ranges-" (name($0) + 0) }
	!is_range { file = "counts-" task[name($0)] }
	{ list[file] = list[file] $0 " " }
	END {
		for (file in list)
			print list[file] > (lists file)
	}' "$lists/undone" "$lists/.sizes" "$lists/undone"
}

# Numbers of the lists of a kind, for --array.
numbers_of() { # KIND
	find "$lists" -name "$1-*[0-9]" | sed 's/.*-//' | sort -n | paste -sd ,
}

# Where sbatch was refused there is no job, and none is sought by the next run; an
# answer that did not come may have been a yes.
refused() { # STATUS
	[ "$1" -ge 124 ] || [ -n "$numbers" ] || grep -q -i -E 'timed out|receive' "$lists/.err" || rm -f "$jobs"
	give_up 3 'sbatch: %s' "$(tail -n 1 "$lists/.err")"
}

submit() { # KIND [OPTION ...]
	local kind=$1 run id
	shift
	run="$make --no-print-directory -k -j\${SLURM_CPUS_ON_NODE:-1} LOCKED=task COUNTING=yes"
	run="$run TASK=$kind-\$SLURM_ARRAY_TASK_ID task && : >'$lists/'$kind-\$SLURM_ARRAY_TASK_ID.done"
	set -f
	# shellcheck disable=SC2086 # words of options
	id=$(ask sbatch --parsable --job-name="$name" --array="$(numbers_of "$kind")" \
		--output="$lists/$kind-%a.log" --open-mode=append --requeue --export=ALL --chdir="$PWD" \
		${SLURM_PARTITION:+--partition="$SLURM_PARTITION"} \
		${SLURM_ACCOUNT:+--account="$SLURM_ACCOUNT"} ${SLURM_MEM:+--mem="$SLURM_MEM"} \
		${SLURM_TIME:+--time="$SLURM_TIME"} $SLURM_OPTIONS "$@" --wrap="$run") ||
		refused $?
	set +f
	id=${id%%;*}
	numbers="$numbers $id"
	echo "$name$numbers" >"$jobs"
}

# Until no job of ours is left.
watch() {
	local now last='' answered=$SECONDS changed=$SECONDS pause=1 patience=300 never
	[ "$SLURM_WAIT" -ge $patience ] || patience=$SLURM_WAIT
	while :; do
		sleep "$((pause / 4)).$((pause % 4 * 25))"
		[ $pause -ge 40 ] || pause=$((pause + 1))
		if ! now=$(queue "$name"); then
			[ $((SECONDS - answered)) -lt "$patience" ] || give_up 3 \
				'no word from Slurm for %d s: %s' $((SECONDS - answered)) "$(tail -n 1 "$lists/.err")"
			continue
		fi
		answered=$SECONDS
		[ -n "$now" ] || break
		never=$(printf '%s\n' "$now" | grep -m 1 -i -E \
			'DependencyNeverSatisfied|launch.failed|HeldAdmin|BadConstraints|InvalidAccount|InvalidQOS|PartitionTimeLimit|PartitionNodeLimit') || :
		[ -z "$never" ] || break
		if [ "$now" != "$last" ]; then
			changed=$SECONDS
			tell "$now"
		fi
		last=$now
		[ $((SECONDS - changed)) -lt "$SLURM_WAIT" ] || give_up 1 \
			'nothing began or ended for %d s (SLURM_WAIT): %s' "$SLURM_WAIT" "${now%%$'\n'*}"
	done
	why=${never:-}
}

# One line on a terminal.
tell() { # QUEUE
	[ ! -t "${TRIBUNE_TERMINAL:-2}" ] || printf '%s\n' "$1" | awk '
		{ if ($3 == "RUNNING") runs++; else waits++ }
		END { printf "\r  slurm: tasks: %d run, %d wait \033[K", runs, waits }' >&"${TRIBUNE_TERMINAL:-2}"
}

# Files on another machine's disk may be a moment late.
settle() { # MAKE ...
	local try=0 late
	while undone "$@" && [ -s "$lists/undone" ]; do
		late=$(find "$lists" -name '*.done' | sed 's/\.done$//' | tr '\n' '\0' | xargs -0r cat |
			tr ' ' '\n' | grep -m 1 -Fxf "$lists/undone") || :
		try=$((try + 1))
		if [ -z "$late" ] || [ $try -ge 15 ]; then break; fi
		sleep 2
		ls -R "$W/shards" "$W/counts" "$W/ranges" >/dev/null 2>&1
	done
}

# Which shards were not made, and where it is told why.
tell_failed() {
	local list log n=0 files
	for list in $(find "$lists" -name 'counts-*[0-9]' -o -name 'ranges-*[0-9]' | sort -V); do
		files=$(tr ' ' '\n' <"$list" | grep -Fxf "$lists/undone" | sed "s|^$W/||")
		[ -n "$files" ] || continue
		n=$((n + 1))
		[ $n -le 3 ] || continue
		log=$list.log
		[ -f "$log" ] || { case $list in */ranges-*) continue ;; esac }
		complain 'shard %s: task %s did not make %s (files in all: %d): %s' "$(printf '%s\n' "$files" |
			sed 's|.*/||; s|\.[a-z.]*$||' | uniq | head -n 3 | paste -sd ' ')" "${list##*/}" \
			"$(printf '%s\n' "$files" | head -n 1)" "$(printf '%s\n' "$files" | wc -l)" "$log"
		{ grep -B 6 -m 1 '^make.*\*\*\* \[' "$log" || tail -n 4 "$log"; } 2>/dev/null | sed 's/^/	/' >&2
	done
	[ $n -le 3 ] || complain '%d tasks in all did not make their files: %s' "$n" "$lists/*.log"
}

# The arrays, and what is to be said if they did not make it all.
run_tasks() { # MAKE ...
	local after=()
	for command in sbatch squeue scancel; do
		command -v $command >/dev/null || {
			complain 'ENGINE=slurm: no %s here: run this on a machine from which jobs are submitted, or without ENGINE=slurm' \
				"$command"
			exit 3
		}
	done
	name=tribune-$$-$(date +%s)
	# (No job is left where none could be.)
	queue "$name" >/dev/null || {
		complain 'Slurm does not answer: %s' "$(tail -n 1 "$lists/.err")"
		exit 3
	}
	trap 'give_up 130 "interrupted: jobs are cancelled"' INT
	trap 'give_up 143 "ended: jobs are cancelled"' HUP TERM
	echo "$name" >"$jobs"
	if [ -n "$(numbers_of counts)" ]; then
		submit counts
		after=("--dependency=afterok:${numbers# }" --kill-on-invalid-dep=yes)
	fi
	[ -z "$(numbers_of ranges)" ] || submit ranges "${after[@]}"
	said '  slurm: jobs%s, tasks: %d' "$numbers" "$(find "$lists" -name '*-*[0-9]' | wc -l)"
	watch
	[ ! -t "${TRIBUNE_TERMINAL:-2}" ] || printf '\n' >&"${TRIBUNE_TERMINAL:-2}"
	cancel "$name" || give_up 3 'Slurm does not answer: %s' "$(tail -n 1 "$lists/.err")"
	trap - HUP INT TERM
	settle "$@"
	[ -s "$lists/undone" ] || return 0
	# What the study names may not be there, which is told better before the counts.
	grep -q '\.vrt\.zst$' "$lists/undone" ||
		"$make" --no-print-directory LOCKED=study "$W/parts.ok" COUNTING=yes >&2 || exit 1
	tell_failed
	[ -z "$why" ] || complain 'Slurm: %s' "$why"
	complain 'what was made is kept: the same command goes on from there'
	exit 1
}

make=$1
# make -n, -q and -t make nothing.
case ${MAKEFLAGS%% *} in -*) ;; *[nqt]*) exec "$@" ;; esac
mkdir -p "$lists" || exit 3
clear_left
if [ "$ENGINE" != local ]; then
	flags=${MAKEFLAGS-}
	rm -f "$lists"/*.log "$lists"/*.done
	# The makes of tasks are no parts of this one.
	MAKEFLAGS=$(printf '%s\n' "$flags" | sed -E ':a; s/^((.* )?)(-j[0-9]*|--jobserver-[a-z]*=[^ ]*)( |$)/\1/; ta')
	undone "$@" && deal || exit
	if [ "$ENGINE" = lists ]; then
		said '  %s: tasks of counts: %d, then of ranges: %d (tribune-scale.7)' "$lists" \
			"$(find "$lists" -name 'counts-*[0-9]' | wc -l)" "$(find "$lists" -name 'ranges-*[0-9]' | wc -l)"
		exit 0
	fi
	[ ! -s "$lists/undone" ] || run_tasks "$@"
	MAKEFLAGS=$flags
fi
exec "$@"
