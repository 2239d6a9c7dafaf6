#!/bin/sh
# A study on a cluster: a real Slurm of three nodes on this machine gives the
# bytes of one make, also where a node goes down; what fails says so and ends.
# Run by `make test-cluster`, not by `make test`: it installs slurm-wlm and munge
# where it may.  Every wait has an end, and all that was started is stopped by its
# number; prints TAP.
set -u
. tests/tap.sh
started=

# ---- the cluster ----

installed() { command -v slurmctld && command -v slurmd && command -v sbatch && command -v munged; }

need_slurm() {
	PATH=$PATH:/usr/sbin:/sbin
	installed >/dev/null && return
	if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
		skip_all 'no slurm-wlm and munge here, and not root on Debian: install both'
	fi
	DEBIAN_FRONTEND=noninteractive timeout 400 apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends \
		slurm-wlm munge </dev/null >"$T/apt" 2>&1
	installed >/dev/null ||
		skip_all "slurm-wlm and munge cannot be installed: $(tail -n 1 "$T/apt")"
}

# Daemons in the foreground, so that their numbers are known.
start() { # NAME COMMAND ...
	daemon=$1
	shift
	"$@" </dev/null >"$C/$daemon.log" 2>&1 &
	started="$! $started"
	echo $! >"$C/$daemon.number"
}

configure() {
	port=$((20000 + $$ % 20000))
	mkdir -p "$C/munge" "$C/state" "$C/spool"
	chmod 700 "$C/munge"
	dd if=/dev/urandom of="$C/munge/key" bs=1024 count=1 2>/dev/null
	chmod 400 "$C/munge/key"
	# no looking for cgroups, which may not be mounted
	echo 'CgroupPlugin=cgroup/v1' >"$C/cgroup.conf"
	# cred_expire is how long a task of a lost node waits before it goes again
	cat >"$C/slurm.conf" <<-END
		ClusterName=tribune
		SlurmctldHost=$(uname -n | sed 's/\..*//')(127.0.0.1)
		SlurmctldPort=$port
		AuthType=auth/munge
		AuthInfo=socket=$C/munge.sock,cred_expire=5
		CredType=cred/munge
		SlurmUser=$(id -un)
		SlurmdUser=$(id -un)
		StateSaveLocation=$C/state
		SlurmdSpoolDir=$C/spool/%n
		SlurmctldPidFile=$C/slurmctld.pid
		SlurmdPidFile=$C/slurmd.%n.pid
		ProctrackType=proctrack/linuxproc
		TaskPlugin=task/none
		SwitchType=switch/none
		MpiDefault=none
		JobAcctGatherType=jobacct_gather/none
		AccountingStorageType=accounting_storage/none
		JobCompType=jobcomp/none
		SelectType=select/cons_tres
		SelectTypeParameters=CR_Core
		SchedulerType=sched/backfill
		SchedulerParameters=batch_sched_delay=0,sched_interval=5,bf_interval=5,sched_min_interval=0
		ReturnToService=2
		SlurmdTimeout=5
		SlurmctldTimeout=10
		MessageTimeout=5
		KillWait=5
		JobRequeue=1
		SlurmdParameters=config_overrides
		PartitionName=main Nodes=n[1-3] Default=YES MaxTime=60 State=UP
	END
	for i in 1 2 3; do
		echo "NodeName=n$i NodeHostname=$(uname -n | sed 's/\..*//') NodeAddr=127.0.0.1" \
			"Port=$((port + i)) CPUs=1 State=UNKNOWN" >>"$C/slurm.conf"
		mkdir -p "$C/spool/n$i"
	done
	export SLURM_CONF="$C/slurm.conf"
}

# Waits for a command to succeed: 0, or 1 after so many tenths of a second.
await() { # TENTHS COMMAND ...
	left=$1
	shift
	until "$@"; do
		left=$((left - 1))
		[ $left -gt 0 ] || return 1
		sleep 0.1
	done
}

nodes_are() { # STATE HOW_MANY
	[ "$(timeout 10 sinfo -h -N -o %T 2>/dev/null | grep -c "^$1")" -ge "$2" ]
}

start_cluster() {
	configure
	start munged munged -F --force --key-file="$C/munge/key" --socket="$C/munge.sock" \
		--pid-file="$C/munge/pid" --log-file="$C/munge/log" --seed-file="$C/munge/seed"
	await 100 test -S "$C/munge.sock" || return
	start slurmctld slurmctld -D -f "$C/slurm.conf"
	for i in 1 2 3; do
		start n$i slurmd -D -f "$C/slurm.conf" -N n$i
	done
	await 300 nodes_are idle 3
}

# Of ours: what has the cluster's folder in its command or its environment.
ours() {
	for p in /proc/[0-9]*; do
		[ "${p#/proc/}" -ne $$ ] || continue
		if tr '\0' ' ' <"$p/cmdline" 2>/dev/null | grep -qF "$C" ||
			tr '\0' '\n' <"$p/environ" 2>/dev/null | grep -qxF "SLURM_CONF=$C/slurm.conf"; then
			echo "${p#/proc/}"
		fi
	done 2>/dev/null
}

stop_cluster() {
	trap '' HUP INT TERM
	unset SLURM_CONF # else we would be ours
	for p in $started; do
		kill "$p" 2>/dev/null
	done
	sleep 0.5
	for p in $(ours); do
		[ "$p" = $$ ] || kill -9 "$p" 2>/dev/null
	done
	rm -rf "$T"
}

# ---- studies ----

# make, with an end; ENGINE and so on as arguments.
run() { # NAME GOALS [VARIABLE=VALUE ...]
	name=$1
	goals=$2
	shift 2
	rc=0
	# shellcheck disable=SC2086 # a list; mktemp gives no blanks
	timeout -k 5 150 make B="$B" $goals STUDY="$study" \
		NAME=cluster W="$T/$name/work" OUT="$T/$name/out" "$@" </dev/null >"$T/log" 2>&1 || rc=$?
}

# Its log is empty from here on: a line awaited in it is none of the run before.
behind() { # as run, which goes on as $running
	: >"$T/log"
	run "$@" &
	running=$!
}

runs() { # as run, and has to succeed
	run "$@"
	[ $rc -eq 0 ] || fail "make $1" "$(tail -n 20 "$T/log")"
}

says() { # PATTERN NAME
	if [ $rc -ne 0 ] && grep -q -e "$1" "$T/log"; then
		pass "$2"
	else
		fail "$2" "exit $rc: $(tail -n 20 "$T/log")"
	fi
}

# Texts of paragraphs of the sample, in an order of its own each.
texts() { # HOW_MANY BYTES
	awk -v many="$1" -v bytes="$2" -v folder="$study" '
	function random(n) { seed = (seed * 16807) % 2147483647; return seed % n }
	length($0) > 200 { line[n++] = $0 }
	END {
		seed = 42
		for (i = 1; i <= many; i++) {
			file = sprintf("%s/texte-%04d.txt", folder, i)
			printf "Titre : Texte %d\nDate : %d-03-04\nOrateur : Orateur %d\n", i,
				2001 + random(12), random(20) > file
			for (k = 0; k < bytes; k += length(s)) {
				s = line[random(n)]
				print "\n" s > file
			}
			close(file)
		}
	}' corpus/sample/discours/*.txt
}

tables='words-id.tsv.zst words-speaker.tsv words-year.tsv themes-id.tsv themes-units.tsv.zst'
counts() { # NAME
	for table in $tables; do
		printf '%s ' "$T/$1/work/$table"
	done
}

differing() { # NAME NAME
	for table in $tables; do
		for of in "$1" "$2"; do
			case $table in
			*.zst) zstd -dcq "$T/$of/work/$table" >"$T/$of.table" ;;
			*) cp "$T/$of/work/$table" "$T/$of.table" ;;
			esac
		done
		cmp "$T/$1.table" "$T/$2.table" 2>&1
	done
}

# The queue, without what ends already.
jobs_left() { timeout 10 squeue -h -r -o '%i %T' | grep -cv COMPLETING; }
none_left() { [ "$(jobs_left)" -eq 0 ]; }
task_runs() { [ "$(timeout 10 squeue -h -r -t R -o '%N' | grep -c "${1:-n}")" -gt 0 ]; }

# ---- tests ----

sample_is_the_same() {
	study=corpus/sample
	set -- SHARD=3 MANY=4
	runs sample-serial reports "$@"
	runs sample reports ENGINE=slurm TASKS=5 RANGES=3 "$@"
	is "$(grep -c 'slurm: jobs' "$T/log")" 1 'the sample: jobs ran'
	is "$(diff -r "$T/sample-serial/out" "$T/sample/out" 2>&1)" '' 'the sample: the bytes of one make'
	runs sample reports ENGINE=slurm TASKS=5 RANGES=3 "$@"
	is "$(grep -c 'slurm: jobs' "$T/log")" 0 'nothing changed: no job'
}

# A node goes in the middle of it, its slurmd by kill -9.
node_goes_down() {
	study=$T/study-large
	mkdir "$study"
	texts 500 100000
	set -- SHARD=16 TASKS=9 RANGES=4
	runs large-serial "$(counts large-serial)" ENGINE=local "$@"
	behind large "$(counts large)" ENGINE=slurm "$@"
	await 300 task_runs n2
	sleep 1
	kill -9 "$(cat "$C/n2.number")"
	timeout 10 scontrol update nodename=n2 state=down reason=test
	wait $running
	run large "$(counts large)" ENGINE=slurm "$@"
	is "$rc $(grep -c 'slurm: jobs' "$T/log")" '0 0' '50 MB with a node less: all is made'
	is "$(differing large-serial large)" '' '50 MB with a node less: the bytes of one make'
	start n2 slurmd -D -f "$C/slurm.conf" -N n2
	timeout 10 scontrol update nodename=n2 state=resume
}

# A reader that dies, and the way on.
text_fails() {
	study=$T/study-small
	mkdir "$study"
	texts 24 2000
	printf 'Une loi.\0\n' >"$study/texte-0007.txt"
	set -- ENGINE=slurm SHARD=2 MANY=4 TASKS=4 RANGES=2
	run small "$(counts small)" "$@"
	shard=$(grep -l texte-0007.txt "$T"/small/work/shards/*.recipe | sed 's|.*/||; s|\.recipe$||')
	says "shard $shard: task counts-[0-9]* did not make .*: $T/small/work/tasks/counts-[0-9]*.log" \
		'a text that cannot be read: its shard and the log are told'
	says 'texte-0007.txt.*NUL' 'and what the reader said'
	is "$(jobs_left)" 0 'no job is left'
	: >"$T/stamp"
	sleep 0.02
	echo 'Une loi.' >"$study/texte-0007.txt"
	runs small "$(counts small)" "$@"
	is "$(find "$T/small/work/shards" -name '*.vrt.zst' -newer "$T/stamp" | sed 's|.*/||')" "$shard.vrt.zst" \
		'mended: what was made is not made again'
	runs small-serial "$(counts small-serial)" "$@" ENGINE=local
	is "$(differing small-serial small)" '' 'and the bytes are those of one make'
}

what_cannot_be() {
	run none "$(counts none)" "$@" SLURM_PARTITION=nowhere
	says 'tribune: .*sbatch: .*nvalid partition' 'no such partition'
	run none "$(counts none)" "$@" ENGINE=cloud
	says 'ENGINE = cloud: local or slurm or lists' 'no such engine'
	run none "$(counts none)" "$@" SLURM_OPTIONS=--hold SLURM_WAIT=3
	says 'nothing began or ended for 3 s' 'jobs that are held'
	is "$(jobs_left)" 0 'and go'
	job=$(timeout 10 sbatch --parsable --output=/dev/null --wrap=false)
	await 100 none_left
	run none "$(counts none)" "$@" SLURM_OPTIONS="--dependency=afterok:$job"
	says 'Slurm: .*DependencyNeverSatisfied' 'a dependency that can never be met'
	is "$(jobs_left)" 0 'and no job waits for it'
	mkdir "$T/bin"
	ln -s /usr/bin/* /bin/* "$T/bin" 2>/dev/null
	rm -f "$T/bin/sbatch"
	path=$PATH
	PATH=$T/bin
	run none "$(counts none)" "$@"
	PATH=$path
	says 'ENGINE=slurm: no sbatch here' 'no sbatch'
}

# Texts whose reader takes its time.
slowly() {
	printf 'READ = sh -c "sleep 20 && cat" <\n' >"$study/study.mk"
}

# Ctrl-C goes to all processes of the run; kill -9 leaves the jobs to the next.
interrupted() {
	slowly
	# (what runs behind a shell's & does not hear of Ctrl-C)
	timeout -k 5 100 setsid env --default-signal=INT sh -c \
		"echo \$\$ >'$T/group' && exec make B='$B' $(counts none) STUDY='$study' NAME=cluster \
		W='$T/none/work' OUT='$T/none/out' $*" </dev/null >"$T/log" 2>&1 &
	running=$!
	await 600 task_runs
	kill -INT "-$(cat "$T/group")"
	wait $running
	rc=$?
	await 100 grep -q interrupted: "$T/log"
	says 'interrupted: jobs are cancelled' 'Ctrl-C'
	await 100 none_left
	is "$(jobs_left)" 0 'no job is left'
}

# What a killed run leaves is taken away by the next, whatever its engine.
driver_is_killed() {
	slowly
	behind none "$(counts none)" "$@"
	await 600 task_runs
	kill -9 "$(sed 's/^tribune-//; s/-.*//' "$T/none/work/tasks/jobs")"
	wait $running
	is "$(($(jobs_left) > 0))" 1 'kill -9: jobs are left'
	rm -f "$study/study.mk"
	runs none "$(counts none)" "$@" ENGINE=local
	await 100 none_left
	is "$(jobs_left)" 0 'the next run takes them away'
	is "$(differing small-serial none)" '' 'and has the bytes of one make'
}

# One that Slurm ends, as it does where memory is short.
task_is_killed() {
	rm -rf "$T/none"
	printf 'READ_texte-0007.txt = sh -c "sleep 30 && cat" <\n' >"$study/study.mk"
	behind none "$(counts none)" "$@"
	await 300 all_but_one
	timeout 10 scancel -f -s KILL -t R -u "$(id -un)"
	wait $running
	rc=1
	says "shard .*$shard.*: task counts-[0-9]* did not make" 'a task that is killed: its shard is told'
	rm -f "$study/study.mk"
}
all_but_one() {
	[ "$(timeout 10 squeue -h -r -o '%T %r' | grep -v -e Dependency -e COMPLETING)" = 'RUNNING None' ]
}

scheduler_goes() {
	slowly
	behind none "$(counts none)" "$@" SLURM_WAIT=5
	await 600 grep -q 'slurm: jobs' "$T/log"
	await 600 task_runs
	kill "$(cat "$C/slurmctld.number")"
	wait $running
	rc=1
	says 'no word from Slurm' 'a scheduler that is gone: the run ends'
	says 'may still run: scancel' 'and says which jobs to cancel'
	start slurmctld slurmctld -D -f "$C/slurm.conf"
	await 100 nodes_are '' 3
	rm -f "$study/study.mk"
	runs none "$(counts none)" "$@"
	is "$rc" 0 'and the next one takes them away'
	is "$(differing small-serial none)" '' 'and has the bytes of one make'
}

need_slurm
C=$T/slurm
mkdir "$C"
trap 'stop_cluster' EXIT
if start_cluster; then
	sample_is_the_same
	node_goes_down
	text_fails
	set -- ENGINE=slurm SHARD=2 MANY=4 TASKS=4 RANGES=2
	what_cannot_be "$@"
	interrupted "$@"
	driver_is_killed "$@"
	task_is_killed "$@"
	scheduler_goes "$@"
else
	fail 'three nodes start' "$(tail -n 5 "$C"/*.log)"
fi
plan
