# lines.sh - sourced by mistakes.sh: lines of a study.mk that make cannot read, or would
# read as something else than what is meant.
# shellcheck shell=sh
# shellcheck disable=SC2154 # what mistakes.sh sets

lines() { # STUDY GIVEN VARIABLE ...
	folder=$1
	given=$2
	shift 2
	speak_as "$folder"
	{ [ -f "$folder/study.mk" ] && [ -r "$folder/study.mk" ]; } || {
		tell '%s: cannot be read' "$folder/study.mk"
		return 1
	}
	KNOWN=$*
	set -- Makefile pipeline/*.mk
	STUDY=$(shown "$folder") KNOWN=$KNOWN INNER=$* GIVEN=$given awk "$awk_T$awk_near$awk_inner"'
	BEGIN {
		n = split(ENVIRON["GIVEN"], w, " ")
		while (n > 0)
			given[w[n--]]
		n_known = split(ENVIRON["KNOWN"], known, " ")
		for (i = 1; i <= n_known; i++)
			is_known[known[i]]
		is_free["TITLE"]; is_free["ONLY"]; is_free["AGAINST"]; is_free["PIVOTS"]
		n = split("call subst patsubst strip findstring filter filter-out sort word wordlist words firstword lastword dir " \
			"notdir suffix basename addsuffix addprefix join wildcard realpath abspath if or and foreach file value " \
			"eval origin flavor error warning info shell let intcmp", w, " ")
		while (n > 0)
			is_function[w[n--]]
	}
	function say(line, format, a, b) {
		bad = 1
		tell(line, format, a, b)
	}
	function tell(line, format, a, b) {
		note(ENVIRON["STUDY"] "/study.mk:" line ": " sprintf(T(format), a, b))
	}
	function kind(name) { return name in is_known || name ~ /^(READ|META|AGAINST)_/ }
	# The variable that is meant: this one, or one that is called nearly so.
	function meant(name) { return kind(name) ? name : nearest(name, known, n_known) }
	# The variables and functions of a value.
	function refers(name, s, w, c, at) {
		while (match(s, /\$[({][A-Za-z_][A-Za-z0-9_.-]*/)) {
			at = RSTART
			w = substr(s, at + 2, RLENGTH - 2)
			c = substr(s, at + RLENGTH, 1)
			if (at > 1 && substr(s, at - 1, 1) == "$")
				c = ""
			s = substr(s, at + RLENGTH)
			if (c ~ /[ \t]/ && w == "call" && match(s, /^[ \t]+[A-Za-z_][A-Za-z0-9_.-]*/)) {
				w = trim(substr(s, 1, RLENGTH))
				c = substr(s, RLENGTH + 1, 1)
				if (c ~ /[ \t]/)
					say(first, "%s: behind call %s stands a comma, no blank", name, w)
			} else if (c ~ /[ \t]/ && !(w in is_function))
				say(first, "%s: make has no function %s; $(call texts,*.txt) is one of a study", name, w)
			if (c ~ /[)}:,]/) {
				refer_to[++n_refer] = w
				refer_of[n_refer] = name
				refer_at[n_refer] = first
			}
		}
	}
	function is_set(name) {
		return name in assigned || name in given || name in ENVIRON || kind(name) || is_inner(name) || \
			name ~ /^(STUDY|NAME|B|W|OUT|CURDIR|MAKE|MAKEFILE_LIST|MAKECMDGOALS|SHELL)$/
	}
	function each(name, sign, value) {
		if (name ~ /\302\240/)
			say(first, "a no-break space stands before the =: write a plain one")
		assigned[name]
		if (value !~ /\$\((foreach|let) /)
			refers(name, value)
		if (name == "TITLE" && value ~ /[\001-\010\013-\037\177]/)
			say(first, "%s: a control character stands in the value", name)
		if (!kind(name)) {
			near = is_inner(name) && name ~ /^[A-Z]/ ? nearest(name, known, n_known) : ""
			if (near != "")
				say(first, "%s is no variable of a study: did you mean %s?", name, near)
			else if (is_inner(name))
				say(first, "%s is a variable of the rules that make a study: call yours otherwise", name)
			return
		}
		if (sign ~ /\?/ && !(name in set) && name in is_known)
			say(first, "%s is set already, so that ?= does nothing: write =", name)
		if (!depth && (name in set) && sign ~ /^:*=$/ && !index(value, "$(" name ")") && !index(value, "${" name "}"))
			tell(first, "%s was set in line %d already, which does nothing", name, set[name])
		if (!depth)
			set[name] = first
		if (value ~ /^=/)
			say(first, "%s: one = is enough", name)
		if (!closed(value))
			say(first, "%s: a ( behind a $ is not closed", name)
		else
			odd_dollar(name, value)
		if (glued)
			say(first, "%s: a # of the text is written \\#, or make takes it for a comment: %s", name, comment)
		else if (name in is_free && comment ~ /^#[^ \t#]/)
			tell(first, "%s: a # of the text is written \\#, or make takes it for a comment: %s", name, comment)
		if (!(name in is_free) && name !~ /^AGAINST_/ && value ~ /\302\240/)
			say(first, "%s: a no-break space stands in the value: write a plain one", name)
	}
	# A $ of the text, which make takes with the sign behind it for a variable.
	function odd_dollar(name, value, i, c) {
		if (value ~ /\$\(foreach /)
			return
		for (i = 1; i <= length(value); i++) {
			if (substr(value, i, 1) != "$")
				continue
			c = substr(value, ++i, 1)
			if (c == "" || !index("$({WB", c)) {
				say(first, "%s: a $ of the text is written $$, or make takes $%s for a variable", name, c)
				return
			}
		}
	}
	function recipe(s, name) {
		name = trim(s)
		if (sub(/[ \t]*[:?+]?=.*/, "", name) && kind(name))
			say(first, "%s: begins with a tab and stands behind a rule, so that make takes it for a command: leave the tab out", name)
	}
	function other(s, name, value) {
		if (s ~ /^\$[({].*[)}]$/)
			return
		name = s
		sub(/[ \t:].*/, "", name)
		name = meant(name)
		value = s
		if (s ~ /^[A-Za-z_]+[ \t]*:/ && name != "") {
			sub(/^[^:]*:[ \t]*/, "", value)
			say(first, "\"%s\" sets nothing: %s", s, name " = " value)
			return
		}
		if (s ~ /:/) {
			in_rule = 1
			return
		}
		if (!sub(/^[^ \t]*[ \t]+/, "", value))
			value = "..."
		if (name ~ /^(READ|META|AGAINST_)/ && value ~ /^[^ \t=]+[ \t]+=/) {
			sub(/[ \t]+/, "_", s)
			say(first, "a blank stands in the name before =: %s", s)
		} else if (name != "")
			say(first, "\"%s\" has no =: %s", s, name " = " value)
		else
			say(first, "make cannot read \"%s\": a line is VARIABLE = value, or a comment behind #", s)
	}
	function stop(format) {
		say(FNR, format)
		held = 0
		exit
	}
	function end(i) {
		if (!bad && in_define)
			say(FNR, "a define has no endef")
		if (!bad && depth > 0)
			say(FNR, "an ifeq or ifdef has no endif")
		for (i = 1; i <= n_refer && !has_more; i++)
			if (!is_set(refer_to[i]))
				say(refer_at[i], "%s: $(%s) is set nowhere, so that nothing stands there", refer_of[i], refer_to[i])
		exit bad
	}
	# (what else may set a variable)
	/^[ \t]*(-?include|sinclude|define|override|export)[ \t]|\$[({]eval / { has_more = 1 }
	/^\377\376|^\376\377/ { stop("the file is in UTF-16: save it in UTF-8") }
	/\r./ { stop("the lines end in CR alone: save it with ends of lines of Unix or Windows") }
	!/^([\001-\177]|[\302-\337][\200-\277]|[\340-\357][\200-\277][\200-\277]|[\360-\364][\200-\277][\200-\277][\200-\277])*$/ {
		stop("the line is not in UTF-8: save the file so")
	}'"$awk_mk" <"$folder/study.mk" >&2
}
