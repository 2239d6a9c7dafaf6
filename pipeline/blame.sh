# blame.sh - sourced by mistakes.sh: which line of a study.mk a program fails by.
# shellcheck shell=sh
# shellcheck disable=SC2154 # what mistakes.sh sets

# What the options of a program are of, beside those of its command.
options_of='keep SELECT ONLY COMPARE NO_WORDS
annotate META
ngrams POS
types STOPLISTS POS
themes THEMES
segments SEGMENTS
cooccurrents COOCCURRENTS STOPLISTS POS
classes CLASSES_OPTIONS STOPLISTS POS SEED
sides AGAINST
specificities LEAST_TIMES SEED
keyness LEAST_TIMES SEED
trend TREND_TIMES PERIOD SEED
factors SEED
distance SEED
cluster SEED
between SEED
page THEME_LABELS
sheets THEME_LABELS
explore THEME_LABELS
check CHECK'

blame() { # ERRORS VARIABLE=VALUE ...
	errors=$1
	shift
	[ -s "$errors" ] || return 0
	VALUES=$(printf '%s\n' "$@" | sed "s|$study/||g") ERRORS=$errors OF=$options_of places "$awk_readers"'
	# Is w in the message, by itself?
	function within(w, message, i, k) {
		message = " " message
		for (k = 0; (i = index(substr(message, k + 1), w)) > 0; ) {
			k += i
			if (substr(message, k - 1, 1) !~ /[A-Za-z0-9_.-]/ && substr(message, k + length(w), 1) !~ /[A-Za-z0-9_-]/)
				return 1
		}
		return 0
	}
	# Does a program that is called so say this because of a word of it?
	function is_of(value, message, n, w, i) {
		if (index(message, value) && length(value) > 2)
			return 1
		n = split(value, w, /[ \t\047"]+/)
		for (i = 1; i <= n; i++)
			if (w[i] ~ /^-[A-Za-z]/ ? index(message, "option " substr(w[i], 1, 2)) : \
			    w[i] !~ /^[|]?$/ && !(is_program[w[i]] && (i == 1 || w[i - 1] == "|")) && within(w[i], message))
				return 1
		return 0
	}
	# Is that the reader of another file than the one that the message begins with?
	function of_another(v, message, file) {
		if (v !~ /^READ_/ || !match(message, /^[^:]+:/))
			return 0
		file = substr(message, 1, RLENGTH - 1)
		gsub(/[ #$\047"\\`%;&|<>()*?[\]{}~!^]/, "_", file)
		return substr(v, 6) != file && !within(file, value[v])
	}
	# What a program reads is not what it reads, and that is what stands before it writes.
	function each_input(program, of, i, v) {
		n_stage = split("LEMMATISE STEM TOKENISE READ", stage, " ")
		of = program ~ /^(annotate|keep)$/
		for (i = 1; i <= n_stage && !of; i++)
			if ((program, stage[i]) in calls)
				of = program == first_of[stage[i]] ? i + 1 : i
		for (i = of; i >= 1 && i <= n_stage; i++)
			for (v in value)
				if ((v in at) && value[v] != "" && (v == stage[i] || (stage[i] == "READ" && v ~ /^READ_/))) {
					note(at[v] ": " sprintf(T("%s: %s cannot read what that writes (READ is to write a transcript, TOKENISE and what follows tokens: study.5)"), \
						v " = " value[v], program))
					i = n_stage + 1
				}
		# what stands before is as it comes
		for (v in value)
			if (i == n_stage + 1 && ((program, v) in calls) && (v in at))
				note(at[v] ": " sprintf(T("%s is called so by %s"), program, v))
	}
	# A reader fails with the beginning of a file, which is of another kind.
	function each_reader(program, file, v) {
		v = "READ_" file
		if (!((program, v) in calls))
			v = "READ"
		if (((program, v) in calls) && (v in at))
			note(at[v] ": " sprintf(T("%s is called so by %s"), program, v))
	}
	function each_error(status, message, program, n, i, k, v, found, hit) {
		program = message
		sub(/: .*/, "", program)
		message = substr(message, length(program) + 3)
		if (index(message, "<stdin>:") == 1) {
			each_input(program)
			return
		}
		n = 0
		for (v in value)
			if (((program, v) in calls || (program, family[v]) in calls) && !(status == 1 && of_another(v, message)))
				found[++n] = v
		for (i = 1; i <= n; i++)
			if (is_of(value[found[i]], message))
				hit[++k] = found[i]
		if (!k && (status == 2 || program == "sides"))
			for (i = 1; i <= n; i++)
				if ((found[i] in at) && found[i] ~ /^(READ.*|TOKENISE|STEM|LEMMATISE|SELECT|ONLY|COMPARE|SEGMENTS|COOCCURRENTS|CLASSES_OPTIONS|AGAINST.*|CHECK)$/)
					hit[++k] = found[i]
		# what options made, or a stemmer did not, is read later
		if (!k && status == 1 && program ~ /^(page|sheets|explore)$/ && match(message, /(segments|cooccurrents|classes)[a-z.]*\.tsv:1: /)) {
			v = substr(message, RSTART)
			sub(/[^a-z].*/, "", v)
			if (value[of_table[v]] != "") {
				program = v
				hit[++k] = of_table[v]
			}
		}
		if (!k && status == 1 && value["STEM"] !~ /^stem( |$)/ && within("stem", message) && ("STEM" in at))
			note(at["STEM"] ": " sprintf(T("STEM = %s: it gives no column stem"), value["STEM"]))
		v = message
		sub(/:.*/, "", v)
		if (!k && status == 1 && program != "read-text" && message ~ /^[^:]*(:1)?: / && (readers(v) == "" || is_odd(program, v)))
			each_reader(program, v)
		for (i = 1; i <= k; i++) {
			if (hit[i] == "THEME_LABELS" && !(hit[i] in at))
				hit[i] = "THEMES"
			if (hit[i] in at)
				note(at[hit[i]] ": " sprintf(T("%s is called so by %s"), program, hit[i]))
		}
	}
	function end(v, i, n, k, m, w, c, line) {
		of_table["segments"] = "SEGMENTS"
		of_table["cooccurrents"] = "COOCCURRENTS"
		of_table["classes"] = "CLASSES_OPTIONS"
		n = split(ENVIRON["OF"], line, "\n")
		for (i = 1; i <= n; i++) {
			m = split(line[i], w, " ")
			for (k = 2; k <= m; k++)
				calls[w[1], w[k]]
		}
		n = split(ENVIRON["VALUES"], line, "\n")
		for (i = 1; i <= n; i++) {
			v = line[i]
			sub(/=.*/, "", v)
			value[v] = substr(line[i], length(v) + 2)
			family[v] = v
			if (v ~ /^(META|AGAINST)_/)
				sub(/_.*/, "", family[v])
			if (v !~ /^(READ|READ_.*|TOKENISE|STEM|LEMMATISE)$/)
				continue
			m = split(value[v], c, "|")
			for (k = 1; k <= m; k++) {
				sub(/^[ \t]+/, "", c[k])
				sub(/[ \t].*/, "", c[k])
				calls[c[k], v]
				if (k == 1)
					first_of[v] = c[k]
				is_program[c[k]] = 1
			}
		}
		while ((getline line_of < ENVIRON["ERRORS"]) > 0)
			each_error(substr(line_of, 1, 1), substr(line_of, 3))
	}' | sort -u >&2
}
