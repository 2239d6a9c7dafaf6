#!/bin/sh
# passed-over.sh FOLDER WORK - files of a study that look like its texts, but are
# read by nothing: each kind in a line on stderr, with what to do.
# WORK/texts.list and WORK/inputs.list tell what is read (tribune plan).
set -u
export LC_ALL=C
. pipeline/messages.sh
folder=$1
work=$2
case $work in /*) ;; *) work=$PWD/$work ;; esac
names=$2/names/
top=$PWD
cd "$folder" || exit 0
here=$(pwd -P)

# A name with a line end is one line, too.
lines() { tr '\n\0' '\001\n'; }

{
	# links to texts whose names make cannot hold, then the others
	if [ -f "$work/texts.list" ]; then
		[ ! -d "$work/names" ] || cut -d '|' -f 2 "$work/texts.list" | grep -F "$names" |
			(cd "$top" && xargs -r readlink -z) | lines
		awk -F '|' 'FILENAME == ARGV[2] { print $3; next } { print $2; gsub(/ /, "\n", $3); print $3 }' \
			"$work/texts.list" "$work/inputs.list"
	fi
	echo --
	find . -maxdepth 3 -name '.?*' -prune -o -type f -print0 | lines | sort
} | STUDY=$folder HERE=$here awk "$awk_T"'
# The first three names of a list, and how many there are besides.
function some(list, n, i, s) {
	for (i = 1; i <= n && i <= 3; i++)
		s = s (i > 1 ? ", " : "") substr(list[i], 3)
	gsub(/\001/, "\\n", s)
	return s more(n, 3)
}
BEGIN {
	while ((getline line < "study.mk") > 0)
		mk = mk line "\n"
	has_meta = mk ~ /(^|\n)[ \t]*(override[ \t]+)?META[ \t]*[:?+]?=/
}
$0 == "--" { files = 1; next }
!files {
	for (k = 1; k <= 2; k++) {
		top = (k == 1 ? ENVIRON["STUDY"] : ENVIRON["HERE"]) "/"
		if (index($0, top) == 1)
			known["./" substr($0, length(top) + 1)]
	}
	next
}
{
	base = $0
	sub(/.*\//, "", base)
	kind = tolower(base)
	if ($0 in known || base == "study.mk" || index(mk, base))
		next
	if (kind ~ /^(readme|licen[cs]e|copying|news|changelog|notes?|authors)(\.|$)/)
		next
	if (kind ~ /^study\.(mk|make|mak)(\.txt)?$|^study_mk$/)
		mks[++n_mks] = $0
	else if (kind ~ /\.(docx?|odt|ott|pdf|rtf|epub|pages|pptx?|odp|wpd)$/)
		documents[++n_documents] = $0
	else if (kind ~ /\.(html?|xhtml)$/)
		webs[++n_webs] = $0
	else if (kind ~ /\.(txt|text|md)$/)
		texts[++n_texts] = $0
	else if (kind ~ /^meta(data|donn.*es)?\.(tsv|csv|txt)$/ && !has_meta)
		metas[++n_metas] = $0
}
END {
	study = ENVIRON["STUDY"]
	if (n_mks)
		note(sprintf(T("%s: %s is not read: the file must be called study.mk"), study, some(mks, n_mks)))
	if (n_documents)
		note(sprintf(n_documents > 1 ? \
			T("%s: %d documents are passed over: %s; READ_file = read-office reads .docx .odt .rtf .epub .pdf, else save as .txt in UTF-8") : \
			T("%s: %d document is passed over: %s; READ_file = read-office reads .docx .odt .rtf .epub .pdf, else save as .txt in UTF-8"), \
			study, n_documents, some(documents, n_documents)))
	if (n_webs)
		note(sprintf(n_webs > 1 ? \
			T("%s: %d web pages are passed over: %s; READ_file = read-office reads them, or save as .txt in UTF-8") : \
			T("%s: %d web page is passed over: %s; READ_file = read-office reads them, or save as .txt in UTF-8"), \
			study, n_webs, some(webs, n_webs)))
	if (n_texts)
		note(sprintf(n_texts > 1 ? \
			T("%s: %d files that may be texts are passed over: %s; TEXTS in study.mk says what is read") : \
			T("%s: %d file that may be a text is passed over: %s; TEXTS in study.mk says what is read"), \
			study, n_texts, some(texts, n_texts)))
	if (n_metas)
		note(sprintf(T("%s: %s is not read; META = %s in study.mk joins it to the speeches"), \
			study, some(metas, n_metas), substr(metas[1], 3)))
}' >&2
