#!/bin/sh
# make install and uninstall into a temporary DESTDIR; prints TAP.
set -u
. tests/tap.sh

is "$(sh pipeline/suite.sh -c 2>&1)" '' \
	'pipeline/tribune.7 lists the programs (sh pipeline/suite.sh)'

dest=$T/dest
prefix=$dest/opt/tribune
missing=
for src in $(programs); do
	p=${src##*/}
	[ -x "$B/bin/${p%.c}" ] || missing="$missing ${p%.c}"
done
[ -z "$missing" ] || skip_all "not built:$missing"

sandbox() { # COMMAND ...; nothing of the checkout is in its way
	(cd "$T" && env -u TRIBUNE_DATA PATH="$prefix/bin:/usr/bin:/bin" "$@")
}

rc=0
sh pipeline/install.sh install "$B" "$prefix" >"$T/log" 2>&1 || rc=$?
is $rc 0 'install'
[ -s "$T/log" ] && sed 's/^/# /' "$T/log"
is "$(find "$prefix/bin" -type f | wc -l)" 1 'one program in bin'
is "$(MAKEFLAGS='' make -n --no-print-directory install B=build DESTDIR="/d'e st" PREFIX=/x | tail -n 1)" \
	"sh pipeline/install.sh install 'build' '/d'\\''e st/x'" 'a folder with a blank and an apostrophe'
lost=
for src in $(programs); do
	p=${src##*/}
	p=${p%.c}
	page=$prefix/share/man/man1/tribune-$p.1
	if [ "$p" = tribune ]; then
		page=$prefix/share/man/man1/tribune.1
	elif [ ! -x "$prefix/libexec/tribune/$p" ]; then
		lost="$lost $p"
	fi
	[ ! -f "${src%.c}.1" ] || [ -f "$page" ] || lost="$lost ${page##*/}"
done
is "$lost" '' 'every program and page is there'

is "$(sandbox tribune --exec-path)" "$prefix/libexec/tribune" '--exec-path'
is "$(printf 'La loi.\n' | sandbox tribune tokenise -o form |
	sed '/^</d' | tr '\n' ' ')" 'la loi . ' \
	'tribune tokenise finds its data'
is "$(sandbox tribune help | grep -c '^  tokenise  *French')" 1 \
	'tribune help has the one line of a page'
is "$(sandbox tribune help | sed -n '/^usage/d; s/^\([a-z]*\): .*/\1/p' | head -n 1)" \
	"$(for room in read segment count measure compare show; do
		[ -z "$(find stages/$room -name '*.1')" ] || echo $room
	done | head -n 1)" 'tribune help goes by room'
if command -v mandoc >/dev/null; then
	is "$(mandoc -Tlint -W error "$prefix"/share/man/man?/tribune* 2>&1)" '' \
		'installed pages are clean'
	is "$(for page in "$prefix"/share/man/man?/tribune*; do mandoc -T utf8 "$page"; done |
		LC_ALL=C.UTF-8 sed 's/.\x08//g' | grep -c '“”')" 0 'and quote something where they quote'
	is "$(sh pipeline/doc.sh "$T/doc" 2>&1; find "$T/doc" -name "*.html" | wc -l)" \
		$(($(find "$prefix/share/man" -name 'tribune*' | wc -l) + 1)) 'make doc: a page each, and their index'
	is "$(grep -ho 'href="[^"#:]*["#]' "$T"/doc/*.html | sed 's/href="//; s/.$//; /^$/d' | sort -u |
		while IFS= read -r file; do [ -f "$T/doc/$file" ] || echo "$file"; done)" '' 'its links lead somewhere'
fi
is "$(grep -hE '^\.Xr (tokenise|ngrams|tokens) [15]' \
	"$prefix"/share/man/man?/*)" '' 'pages name pages as installed'

# The chain, of a folder whose name make cannot hold, gives what a checkout gives.
mkdir "$T/l'été ici"
cp -r corpus/sample "$T/l'été ici/Discours (2021-2025) & co"
(cd "$T/l'été ici" && env -u TRIBUNE_DATA PATH="$prefix/bin:/usr/bin:/bin" \
	tribune reports "Discours (2021-2025) & co" NAME=sample) >"$T/log" 2>&1 || rc=$?
is "$rc $(tail -n 1 "$T/log")" \
	'0 Open reports/sample/index.html in a browser, or read reports/sample/overview.txt.' \
	'tribune reports'
is "$(diff -r "$T/l'été ici/reports/sample" reports/sample 2>&1)" '' 'its reports are those of make reports'
is "$(cd "$T/l'été ici" && sandbox tribune reports "$T/l'été ici/none" 2>&1)" \
	"tribune: $T/l'été ici/none: no such folder" 'no such folder'

# What a shell completes, from the installed file.
completes() { # WORD ...
	bash -c '. "$1" && shift && COMP_WORDS=("$@") && COMP_CWORD=$(($# - 1)) && _tribune && echo "${COMPREPLY[@]}"' \
		bash "$prefix/share/bash-completion/completions/tribune" tribune "$@"
}
is "$(completes concord)|$(completes export-to -f v)|$(completes tree -)|$(completes help tokeni)" \
	'concordance|vrt|-h -q -V -v -f -t -W --help --version --output=|tokenise' 'completion in bash'
is "$(completes concordance -o le)" left 'words of a value'
is "$(completes recount -)|$(completes reports x SHE)|$(completes new -)" \
	'-h -V -j -n -t --help --version|SHEETS=|-h -V -t -j --help --version' 'front scripts, variables of a study'
if command -v zsh >/dev/null; then
	is "$(zsh -n "$prefix/share/zsh/site-functions/_tribune" 2>&1)" '' 'that for zsh is one'
	cat >"$T/completes.zsh" <<'END'
autoload -U +X compinit bashcompinit
compinit -u -D
bashcompinit
source $1
shift
emulate sh
setopt kshglob noshglob braceexpand
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_tribune
echo "${COMPREPLY[@]}"
END
	completes() { zsh -f "$T/completes.zsh" "$prefix/share/zsh/site-functions/_tribune" tribune "$@" 2>/dev/null; }
	is "$(completes tree -)|$(completes typical -M m)|$(completes recount -)" \
		'-h -q -V -v -f -t -W --help --version --output=|sum mean|-h -V -j -n -t --help --version' 'completion in zsh'
fi

rc=0
sh pipeline/install.sh uninstall "$B" "$prefix" >"$T/log" 2>&1 || rc=$?
is $rc 0 'uninstall'
is "$(find "$dest" ! -type d 2>/dev/null)" '' 'uninstall leaves no file'
plan
