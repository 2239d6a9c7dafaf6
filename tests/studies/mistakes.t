#!/bin/sh
# Mistakes in a study.mk are told with file and line, those of the command line as
# such, before anything is made (pipeline/mistakes.sh); prints TAP.
# shellcheck disable=SC1110,SC1111,SC1112 # typographic signs are what is tried
# shellcheck disable=SC2016,SC2059 # $ is for make, formats are lines with their bytes
set -u
. tests/tap.sh

mkdir "$T/s"
printf 'Orateur : Alix Berne\nDate : 2024-01-02\n\nNous voulons la paix.\n' >"$T/s/un.txt"
study=$T/s

run() { # ARGUMENT ...
	rc=0
	make_study "$@" STUDY="$study" W="$T/w" OUT="$T/o" \
		</dev/null >"$T/log" 2>&1 || rc=$?
}

says() { # TEXT NAME
	if [ $rc -ne 0 ] && grep -qxF -e "tribune: $1" "$T/log"; then
		pass "$2"
	else
		fail "$2" "exit $rc, wanted: tribune: $1
$(tail -n 20 "$T/log")"
	fi
}

# ---- lines that make would not read, or read as something else ----

variables=$(sed -n '/^STUDY_VARIABLES := /,/[^\\]$/p' pipeline/names.mk | sed '1s/.*:= //; s/\\$//' | tr -d '\n')
lines() { # FOLDER
	rc=0
	# shellcheck disable=SC2086 # words
	sh pipeline/mistakes.sh lines "$1" GIVEN $variables >"$T/log" 2>&1 || rc=$?
}

# The message of the last line of a study.mk, which has the number N.
told() { # NAME MESSAGE LINE ...
	name=$1
	want=$2
	shift 2
	printf "$@" >"$T/s/study.mk"
	lines "$T/s"
	says "$T/s/study.mk:$want" "$name"
}

told 'a colon for =' '2: "TITLE: Les débats" sets nothing: TITLE = Les débats' '# a comment\nTITLE: Les débats\n'
told 'a colon, and nearly a variable' '1: "Part : year" sets nothing: PARTS = year' 'Part : year\n'
told 'no =' '1: "PARTS speaker year" has no =: PARTS = speaker year' 'PARTS speaker year\n'
told 'a line of anything' '3: make cannot read "voir plus loin": a line is VARIABLE = value, or a comment behind #' \
	'TITLE = a \\\n  b\nvoir plus loin\n'
told 'a tab behind a rule' '2: PARTS: begins with a tab and stands behind a rule, so that make takes it for a command: leave the tab out' \
	'un.txt: deux.csv\n\tPARTS = year\n'
printf 'PARTS = speaker\nTITLE = x\nPARTS = year\n' >"$T/s/study.mk"
is "$(sh pipeline/mistakes.sh lines "$T/s" "" TITLE PARTS 2>&1; echo $?)" \
	"tribune: $T/s/study.mk:3: PARTS was set in line 1 already, which does nothing
0" 'set twice: told, and the last line counts'
told 'two =' '1: PARTS: one = is enough' 'PARTS == year\n'
told 'a ( that is not closed' '1: TEXTS: a ( behind a $ is not closed' 'TEXTS = $(call texts,*.txt\n'
told 'a $ of the text' "1: TITLE: a \$ of the text is written \$\$, or make takes \$5 for a variable" 'TITLE = Prix : $500\n'
told 'a # of the text' '1: TITLE: a # of the text is written \#, or make takes it for a comment: #3' 'TITLE = Débat n#3\n'
told 'a # of a name' '1: TEXTS: a # of the text is written \#, or make takes it for a comment: #2.txt' 'TEXTS = a.txt b#2.txt\n'
printf 'PIVOTS = paix #metoo\nPARTS = year #speaker\nSTEM =# none\n' >"$T/s/study.mk"
is "$(sh pipeline/mistakes.sh lines "$T/s" "" PIVOTS PARTS STEM 2>&1; echo $?)" \
	"tribune: $T/s/study.mk:1: PIVOTS: a # of the text is written \#, or make takes it for a comment: #metoo
0" 'a # in front of a word is told, where it may be text'
told 'a no-break space in a value' '1: PARTS: a no-break space stands in the value: write a plain one' 'PARTS = speaker\302\240year\n'
told 'a no-break space in a name' '1: a no-break space stands before the =: write a plain one' 'PARTS\302\240= speaker\n'
told 'Windows-1252' '2: the line is not in UTF-8: save the file so' '# x\nTITLE = D\351bats\n'
told 'UTF-16' '1: the file is in UTF-16: save it in UTF-8' '\377\376T\0I\0'
told 'CR alone' '1: the lines end in CR alone: save it with ends of lines of Unix or Windows' 'TITLE = x\rPARTS = year\r'
told 'a variable of the rules' '2: source is a variable of the rules that make a study: call yours otherwise' 'mine = a\nsource = b.txt\n'
told 'nearly a variable, and one of the rules' '1: SHARDS is no variable of a study: did you mean SHARD?' 'SHARDS = 3\n'
told '?=' '1: PARTS is set already, so that ?= does nothing: write =' 'PARTS ?= year\n'
told 'what nothing sets' '1: TEXTS: $(liste) is set nowhere, so that nothing stands there' 'TEXTS = a.txt $(liste) $(GIVEN)\n'
told 'a function that nothing sets' '1: TEXTS: $(text) is set nowhere, so that nothing stands there' 'TEXTS = $(call text,*.txt)\n'
told 'no function' '1: TEXTS: make has no function texts; $(call texts,*.txt) is one of a study' 'TEXTS = $(texts *.txt)\n'
told 'no comma' '1: TEXTS: behind call texts stands a comma, no blank' 'TEXTS = $(call texts *.txt)\n'
told 'a blank in a name' '1: a blank stands in the name before =: READ_un.txt = read-dump' 'READ un.txt = read-dump\n'
told 'define without endef' '2: a define has no endef' 'define x\ny\n'
told 'ifeq without endif' '1: an ifeq or ifdef has no endif' 'ifeq (a,a)\n'

# What is right stays so: a byte order mark, CRLF, tabs, conditionals, functions.
printf '\357\273\277TITLE = C’est : l’été # 2024\r\n\tPARTS = speaker\r\nexport mine := $(shell echo a)\r\n' >"$T/s/study.mk"
cat >>"$T/s/study.mk" <<'MK'
ifeq ($(mine),a)
READ = read-text -a x=$(mine)
else
READ = read-text
endif
PARTS := $(PARTS) year
PARTS += x
define HELP
anything at all
endef
$(info )
TEXTS = $(foreach f,un,$f.txt) $(subst #,\#,)
CLASSES_OPTIONS = -N \
	3
READ_un.txt ?= read-text
TITLE += Prix : 5 $$
un.csv: un.ods
	ods2csv $< > $@ && A=b true
MK
lines "$T/s"
is "$rc $(cat "$T/log")" '0 ' 'what make can read is not told'
lines corpus/sample
is "$rc $(cat "$T/log")" '0 ' 'nor is the study of the sample'

# ---- values, through make ----

# The message of LINE, the third of a study.mk; and that nothing was made.
at_3() { # LINE MESSAGE
	printf '# x\nTITLE = x\n%b\n' "$1" >"$T/s/study.mk"
	run reports
	says "$T/s/study.mk:3: $2" "${1%%\\n*}"
}
at_3 'READER =' 'READER is no variable of a study: did you mean READ?'
at_3 'READ = read-table -D ;' "READ = read-table -D ;: the shell takes ; for its own: put it between ' and '"
at_3 "READ_un.txt = read-table -D '#'" "READ_un.txt: a # of the text is written \\#, or make takes it for a comment: #'"
at_3 "READ_un.txt = read-table -D ' #'" "READ_un.txt = read-table -D ' : a quote ' is not closed (a # begins a comment of make: write \\#)"
at_3 'READ = read-tables' 'READ: there is no program read-tables: did you mean read-table?'
at_3 'STEM = porter' 'STEM: there is no program porter'
at_3 'SELECT = -a year>=2012' "SELECT = -a year>=2012: the shell takes > for its own: put it between ' and '"
at_3 'SELECT = -a “year>=2012”' "SELECT = -a “year>=2012”: “ is no quote for the shell: write ' or \""
at_3 'PERIOD = week' 'PERIOD = week: year or month or day'
at_3 'SHEETS = oui' 'SHEETS = oui: yes or no'
at_3 'SHARD = many' 'SHARD = many: a whole number'
at_3 'LEAST_WORDS = 9999999999999999' 'LEAST_WORDS = 9999999999999999: a whole number of 15 digits at most'
at_3 'SHARD = 12345678' 'SHARD = 12345678: a whole number of 7 digits at most'
at_3 'ENGINE = local slurm' 'ENGINE = local slurm: local or slurm or lists'
at_3 'SEGMENTS = 2' 'SEGMENTS = 2: options of segments, which begin with -'
at_3 'META_ = m.tsv' 'META_: a name stands behind _, as in META_speaker'
at_3 'PIVOTS = paix _' 'PIVOTS: _ is no word'
at_3 'COUNT = form stem' 'COUNT = form stem: the name of one column, form or stem or lemma'
at_3 'STOPLISTS = mots.txt' "STOPLISTS: no file mots.txt (a file of the study is called as in its folder; others are looked for from $top)"
at_3 'META = none.tsv' 'META = none.tsv: there is no such table in the folder'
at_3 'TEXTS = un.txt deux.txt' "TEXTS names 'deux.txt', which is not there (names with blanks: TEXTS = \$(call texts,*.txt))"
at_3 'TEXTS = *.txt' "TEXTS names '*.txt', which is not there (names with blanks: TEXTS = \$(call texts,*.txt))"
at_3 'TEXTS = un.txt un.txt' 'TEXTS names un.txt twice'
at_3 'POS = NOUN NUON' 'POS = NOUN NUON: classes of Universal Dependencies, such as NOUN VERB ADJ; NUON is none'
at_3 'POS = noun' 'POS = noun: classes of Universal Dependencies, such as NOUN VERB ADJ; noun is none'
# What no text has: all of it is told at once.
there='there are: id date year speaker'
at_3 'PARTS += partty\nPOS = NOUN\nCOUNT = lemma\nONLY = party!=P\nCOMPARE = -a party!~P' "PARTS: no speech has the attribute partty; $there"
for line in '4: POS = NOUN: no column pos; there are: word kind form stem (LEMMATISE = tag gives it)' \
	'5: COUNT = lemma: no such column; there are: word kind form stem (LEMMATISE = tag gives lemmas)' \
	"6: ONLY: no speech has the attribute party; $there" "7: COMPARE: no speech has the attribute party; $there"; do
	says "$T/s/study.mk:$line" "$line"
done
at_3 'ONLY = year>2030' 'no speech of 1 passes year>2030'
at_3 'ONLY = year>' 'keep is called so by ONLY'
is "$(grep -c 'a value is missing' "$T/log") $(grep -c '^make' "$T/log")" '1 1' 'one line of make'
at_3 'READ = read-text -Z' 'read-text is called so by READ'
at_3 'SELECT = -Z' 'keep is called so by SELECT'
at_3 'SEGMENTS = -Z' 'segments is called so by SEGMENTS'
at_3 'COOCCURRENTS = -w 1 | x' "COOCCURRENTS = -w 1 | x: the shell takes | for its own: put it between ' and '"
at_3 "NO_WORDS = 'x" "NO_WORDS: ''x' cannot be the type of a paragraph"
at_3 'LEAST_TIMES = 0' 'LEAST_TIMES = 0: one or more'
at_3 'REPORT_LANG = de' 'REPORT_LANG = de: there are en fr'
at_3 'CHOICES = foo' 'CHOICES = foo: there is no foo; there are: form stem lemma snowball overrides grammar lists apart joined paragraphs all small smaller rarer commoner narrow wide short long seed'
# What a program of the pipe writes is not what the next one reads.
cannot() { # LINE PROGRAM; the program that complains
	at_3 "$1" "$1: $2 cannot read what that writes (READ is to write a transcript, TOKENISE and what follows tokens: study.5)"
}
cannot 'TOKENISE = cat' stem
cannot 'TOKENISE = true' stem
cannot 'TOKENISE = tokenise | tr a-z A-Z' stem
cannot 'TOKENISE = tokenise -q | head -n 3' stem
cannot 'READ = true' tokenise
cannot 'STEM = true' keep
cannot 'LEMMATISE = head -n 2' keep
at_3 'TOKENISE = ngrams' 'ngrams is called so by TOKENISE'
at_3 'LEMMATISE = cat' 'LEMMATISE = cat: it gives no column lemma; there are: word kind form stem'
at_3 'LEMMATISE = wc' 'no tokens come of the texts: a reader must write a transcript, and what stands behind it tokens (tokens.5)'
at_3 'READ = cat' 'no speech comes of the texts: in a transcript each begins with a line <speech id=...> (transcript.5)'
# Readers of files of another kind: told before they are run, and when they fail.
printf 'speaker,text\nA,La loi.\n' | tee "$T/s/a.csv" >"$T/s/b.csv"
: >"$T/s/a.docx"
at_3 'READ = read-table' 'read-table is called so by READ'
at_3 'READ_un.txt = read-tei' 'read-tei is called so by READ_un.txt'
at_3 'READ = read-dump' 'read-dump is called so by READ'
kinds() { # LINES N MESSAGE
	printf '# x\n%b\n' "$1" >"$T/s/study.mk"
	run check
	is "$(grep -cxF "tribune: $T/s/study.mk:$2: $3" "$T/log")" 1 "$3"
}
kinds 'TEXTS = a.csv' 2 'read-text reads a.csv: for .csv there is read-table (READ, or READ_file for one)'
kinds 'TEXTS = a.docx\nREAD_a.docx = read-vrt' 3 'read-vrt reads a.docx: for .docx there is read-office (READ, or READ_file for one)'
kinds 'TEXTS = a.csv b.csv\nREAD = read-tei' 3 'read-tei reads a.csv, b.csv: for .csv there is read-table (READ, or READ_file for one)'
kinds 'TEXTS = a.csv b.csv\nREAD = read-tei' 3 'read-tei is called so by READ'
printf '# x\nTEXTS = a.csv\nREAD = read-table\n' >"$T/s/study.mk"
run check
is "$(grep -c 'there is read-' "$T/log")" 0 'a reader of this kind'
rm "$T/s/a.csv" "$T/s/b.csv" "$T/s/a.docx"
# A type that neither readers give nor texts have.
known='event front gap heading incident item kinesic label note outside published speaker stage vocal'
at_3 'NO_WORDS = event lable front' "NO_WORDS: no paragraph has the type lable; there are: $known"
at_3 'NO_WORDS = x y' "NO_WORDS: no paragraph has the type x; there are: $known"
says "$T/s/study.mk:3: NO_WORDS: no paragraph has the type y; there are: $known" 'each of them'
mkdir -p "$T/s/dir"
at_3 'TEXTS = un.txt dir' 'dir is a folder: TEXTS names files'
at_3 'META = dir' 'META = dir: there is no such table in the folder'
: >"$T/s/own.tsv"
at_3 'THEMES = own.tsv' "THEME_LABELS: no file own.labels.tsv (a file of the study is called as in its folder; others are looked for from $top)"
at_3 'COMPARE = -a year=1' 'COMPARE = -a year=1: no speech passes'
at_3 'AGAINST = speaker~(' 'sides is called so by AGAINST'
at_3 'LEMMATISE = lemmatise -d none.tsv' 'lemmatise is called so by LEMMATISE'
is "$(grep -v '^make\|^  \|: stopped at' "$T/log")" "lemmatise: none.tsv: No such file or directory
tribune: $T/s/study.mk:3: lemmatise is called so by LEMMATISE" 'what follows from it is not told'
at_3 'TOKENISE = tokenise -q | false' 'false is called so by TOKENISE'
is "$(grep -v '^make\|^  \|: stopped at' "$T/log")" "tribune: false ended with exit status 1
tribune: $T/s/study.mk:3: false is called so by TOKENISE" 'a command that says nothing is named'
printf '# x\nTITLE = x\nCHECK = -D x\n' >"$T/s/study.mk"
run check
says "$T/s/study.mk:3: check is called so by CHECK" 'options of check'
printf '# x\nCLASSES = no\nPIVOTS = paix ( la_ville\nSHEETS = no\n' >"$T/s/study.mk"
run reports
is "$rc $(grep -c "^tribune: $T/s/study.mk:3: PIVOTS: no text has \"\((\|la ville\)\"$" "$T/log") $(grep -c PIVOTS "$T/log")" '0 2 2' \
	'pivots that no text has'
run reports NAME="$(printf 'a\033b')"
is "$rc $(grep -c "NAME: 'a.x1Bb' cannot name" "$T/log") $(LC_ALL=C grep -c "$(printf '\033')" "$T/log")" '2 1 0' 'a name that a terminal would obey'

# ---- what programs say of their options (TRIBUNE_ERRORS) ----

blames() { # ERROR VARIABLES LINE ...
	error=$1
	want=$2
	shift 2
	: >"$T/s/study.mk"
	for line; do
		printf '%s\n' "$line" >>"$T/s/study.mk"
	done
	printf "$error\n" >"$T/errors"
	is "$(sh pipeline/mistakes.sh blame "$T/s" '' '' "$T/errors" "$@" 2>&1 | sed "s|.*study.mk:||; s/:.* by /:/" | tr '\n' ' ')" \
		"$want" "$error"
}
blames '1\tannotate: m.tsv:1: no column x' '1:META ' 'META=m.tsv' 'META_speaker=n.tsv nom' 'SELECT=-a x'
blames '1\tannotate: s/n.tsv:4: 1 column' '2:META_speaker ' 'META=m.tsv' 'META_speaker=n.tsv nom'
blames '1\ttokenise: un.txt:3: byte 4: not UTF-8' '' 'TOKENISE=tokenise -A liste.txt' 'SEED=3'
blames '2\tkeep: option -a: bad' '2:SELECT ' 'ONLY=year=3' 'SELECT=-a x' 'COMPARE='
blames '2\tkeep: unknown option -Z' '2:COMPARE ' 'ONLY=year=3' 'COMPARE=-Z'
blames "2\tkeep: option -A: '(': Unmatched" '1:ONLY 2:COMPARE ' 'ONLY=year~(' 'COMPARE=-q'
blames "2\ttrend: option -m: '999' is not" '2:TREND_TIMES ' 'SEED=3' 'TREND_TIMES=999'
blames "2\tclasses: option -s: '999' is not" '2:SEED ' 'CLASSES_OPTIONS=-N 3' 'SEED=999'
blames '3\tclasses: disk: No space left on device' '' 'CLASSES_OPTIONS=-N 3' 'SEED=999'
blames '1\tclasses: a.vrt:1: no column foo' '1:CLASSES_OPTIONS ' 'CLASSES_OPTIONS=-c foo'
blames '1\tsides: -A: 1 speech is on both sides (un)' '1:AGAINST_x ' 'AGAINST_x=year=2023 | year=2023'
blames '2\tsed: ' '1:TOKENISE ' 'TOKENISE=tokenise -q | sed s/x/y' 'STEM=stem'
blames '1\tread-text: b 1.txt: read it without option -e' '1:READ ' 'READ=read-text -e x' 'READ_a.txt=read-text -e y'
blames '1\tread-text: b 1.txt: read it without option -e' '2:READ_b_1.txt ' 'READ=read-text' 'READ_b_1.txt=read-text -e y'
blames '1\tread-table: m.tsv:1: no column' '2:READ_a.csv ' 'READ=read-text' 'READ_a.csv=read-table -d m.tsv'
blames '3\tread-table: liste.txt: No such file' '2:READ_a.csv ' 'READ=read-text' 'READ_a.csv=read-table -D , liste.txt'
blames '3\ttokenise: tokenise: No such file' '1:TOKENISE ' 'TOKENISE=tokenise tokenise' 'STEM=stem'
blames "1\ttypes: rest.vrt.zst:1: no column 'stem'; there are: word" '1: STEM = cat: it gives no column stem ' 'STEM=cat'
blames "1\tpage: w/segments.tsv:1: no column 'segment'" '1:SEGMENTS ' 'SEGMENTS=-b year'
blames '1\tthemes: s/mine.tsv:1: no column' '2:THEMES ' 'STOPLISTS=' 'THEMES=mine.tsv'

# The folder of `tribune reports` is called as its user calls it.
cd "$T" || exit 2
printf 'LEMMATISE = lemmatise -d own.tsv\n' >s/study.mk
rc=0
tribune reports s >log 2>&1 || rc=$?
on='mend what is told above, and the same command goes on from there'
is "$rc $(grep -v '^  ' log)" "1 lemmatise: $(pwd -P)/s/own.tsv: empty input
tribune: $(pwd -P)/s/study.mk:1: lemmatise is called so by LEMMATISE
tribune: reports: stopped at build/study/s/shards/rest.vrt.zst (exit status 1): $on" 'no folder of our own is named, no line of make'

# One line of our own for those of make, and by whose fault it is.
printf 'PARTS = partty\n' >s/study.mk
tribune reports s >/dev/null 2>log
is "$? $(sed 's/.*study.mk/study.mk/' log)" "1 study.mk:1: PARTS: no speech has the attribute partty; there are: id date year speaker
tribune: reports: stopped at build/study/s/parts.ok (exit status 1): $on" 'a mistake in a study.mk: exit 1'
tribune reports s PERIOD=week >/dev/null 2>log
is "$? $(cat log)" '2 tribune: on the command line: PERIOD = week: year or month or day
tribune: reports: nothing is made, or not all: mend what is told above' 'on the command line: exit 2'
tribune reports s PARTS=partty REPORT_LANG=fr >/dev/null 2>log
is "$? $(sed -n '2s/(.*//p' log)" "2 tribune: reports$(printf '\302\240'): arrêté à build/study/s/parts.ok " 'in French'
printf 'CLASSES = no\nSHEETS = no\n' >s/study.mk
tribune reports s >/dev/full 2>log
is "$? $(cat log)" '3 tribune: standard output: cannot be written' 'a full device: exit 3'
mv reports kept
mkdir reports
ln -s /nowhere/s reports/s
tribune reports -j 1 s >/dev/null 2>log
is "$? $(head -n 1 log)" '3 tribune: reports/s: cannot be written' 'a folder that cannot be made: exit 3'
rm -r reports
mv kept reports
# (root, too, is refused without this capability)
owner() {
	if [ "$(id -u)" -ne 0 ]; then "$@"; else setpriv --bounding-set=-dac_override "$@"; fi
}
for folder in .tribune .tribune/studies; do
	chmod a-w build/$folder
	owner tribune reports s NAME="other$n" >/dev/null 2>log
	rc=$?
	chmod u+w build/$folder
	is "$rc $(sed "s,other[0-9]*,NAME,; s,$(pwd -P)/,," log)" "3 tribune: build$([ $folder = .tribune ] || echo /$folder/NAME): cannot be written" \
		"nobody may write build/$folder: exit 3"
	rm -f "build/.tribune/studies/other$((n - 1))"
done
# A Slurm that is not there, or refuses, leaves nothing; where no answer came, jobs of an
# unknown number.
mkdir slurm
no_slurm() { # SAYS
	for c in sbatch squeue scancel; do
		printf '#!/bin/sh\necho %s >&2\nexit 1\n' "$1" >slurm/$c
		chmod +x slurm/$c
	done
	[ $# -eq 1 ] || printf '#!/bin/sh\n' >slurm/squeue
	PATH=$PWD/slurm:$PATH tribune reports s NAME=jobs ENGINE=slurm >/dev/null 2>log
	echo "$? $(sed 's/.*s: \([Ssj]\)/\1/; s/tribune-[0-9-]*$/N/' log | head -n 2)"
}
is "$(no_slurm 'nobody is there' | head -n 1)" '3 Slurm does not answer: nobody is there' 'a Slurm that is not there: exit 3'
is "$(test -e build/study/jobs/tasks/jobs; echo $?)" 1 'and no jobs are sought later'
tribune reports s NAME=jobs >/dev/null 2>log
is "$? $(cat log)" '0 ' 'the same study without Slurm is made'
rm -r build/study/jobs
is "$(no_slurm 'no such account' queue | head -n 1)" '3 sbatch: no such account' 'jobs that are refused: exit 3'
is "$(test -e build/study/jobs/tasks/jobs; echo $?)" 1 'and none is sought later'
is "$(no_slurm 'Socket timed out' queue)" '3 sbatch: Socket timed out
jobs may still run: scancel -n N' 'jobs that may have been taken: exit 3'
# reports/ on another disk, where a table has no second name, and which is full
mkdir other
printf '#!/bin/sh\n[ "$1" = -sfn ] || exit 1\nexec %s "$@"\n' "$(command -v ln)" >other/ln
printf '#!/bin/sh\n: >"$2"\nexit 1\n' >other/cp
chmod +x other/ln other/cp
PATH=$PWD/other:$PATH tribune reports s NAME=other >/dev/null 2>log
is "$? $(head -n 1 log)" '3 tribune: reports/other/balance.tsv: cannot be written' 'a full disk beside: exit 3'
is "$(find reports/other -name '*.tsv' ! -name PROVENANCE.tsv -o -name '*.part')" '' 'no table is there in part'
rm other/cp
PATH=$PWD/other:$PATH tribune reports s NAME=other >/dev/null 2>log
is "$? $(cmp reports/other/types.tsv build/study/other/types.tsv && find reports/other/types.tsv -links 1)" \
	'0 reports/other/types.tsv' 'and then copies are made'
mkfifo hold
flock build/study/s/.lock sh -c 'echo >hold; read -r _ <hold' &
read -r _ <hold
tribune reports s >/dev/null 2>log
is "$? $(cat log)" '3 tribune: reports/s: another run is making it: wait, or give NAME=...' 'another run: exit 3'
echo >hold
wait
printf 'TOKENISE = kill -9 $$$$\n' >s/study.mk
tribune reports s >/dev/null 2>log
is "$? $(tail -n 1 log)" '3 tribune: reports: stopped at build/study/s/shards/rest.vrt.zst (signal KILL): the same command goes on from there' 'killed: exit 3'
rm s/study.mk
is "$(cd build/.tribune && find . -name '.said*')" '' 'nothing is left'
cd "$top" || exit 2
printf 'include %s\nTITLE = x\n' "$T/more.mk" >"$T/s/study.mk"
printf '\nPERIOD = week\n' >"$T/more.mk"
run reports
says "$T/more.mk:2: PERIOD = week: year or month or day" 'in a file that study.mk includes'

rm "$T/s/study.mk"
for set in 'PERIOD=week|PERIOD = week: year or month or day' 'PART=x|PART is no variable of a study: did you mean PARTS?' \
	'PARTS=partty|PARTS: no speech has the attribute partty; there are: id date year speaker' \
	'READ=read-text -Z|read-text is called so by READ'; do
	run reports "${set%%|*}"
	says "on the command line: ${set#*|}" "on the command line: ${set%%|*}"
done

# A shell that knows more: programs of the study, functions and pipes.
printf 'READ = ./mine\nTOKENISE = tokenise -q | sed s/x/y/\nCLASSES = no\nSHEETS = no\n' >"$T/s/study.mk"
printf '#!/bin/sh\nread-text "$@"\n' >"$T/s/mine"
chmod +x "$T/s/mine"
run reports
is $rc 0 'a reader of the study, a pipe'
plan
