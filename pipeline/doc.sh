#!/bin/sh
# doc.sh FOLDER - all pages as HTML, one file a page, with links between them, and
# index.html, which leads to them by room.
set -eu
export LC_ALL=C
to=$1
cd "$(dirname "$0")/.."
command -v mandoc >/dev/null || {
	echo 'doc.sh: mandoc is not here: package mandoc' >&2
	exit 3
}
mkdir -p "$to"
find "$to" -name '*.html' -type f -delete
cat >"$to/style.css" <<'END'
body { max-width: 46em; margin: 1em auto; padding: 0 1em; font-family: sans-serif; line-height: 1.45; }
table.head, table.foot { width: 100%; color: #555; font-size: .85em; }
.head-vol, .foot-os { text-align: center; }
.head-rtitle, .foot-date { text-align: right; }
pre, code { font-family: monospace; }
.Bd-indent, pre.Li { margin-left: 2em; overflow-x: auto; }
h1 { font-size: 1.2em; margin-top: 1.6em; }
h2 { font-size: 1.05em; }
dl.Bl-tag > dd { margin-left: 3em; }
a { color: #004a8f; }
a.permalink { color: inherit; text-decoration: none; }
.index dt { float: left; clear: left; width: 11em; }
.index dd { margin-left: 12em; }
END

pages() {
	for page in stages/tribune/*.1 stages/*/*/*.1 pipeline/formats/*.5 pipeline/*.7; do
		echo "$page"
	done
}
names=$(pages | sed 's,.*/,,')
pages | while IFS= read -r page; do
	mandoc -T html -O style=style.css,man=%N.%S.html "$page" >"$to/${page##*/}.html"
done

# A list of the pages that fit a pattern: name and what it is.
list() { # HEADING PAGE ...
	echo "<h1>$1</h1><dl class=index>"
	shift
	for page; do
		name=${page##*/}
		what=$(sed -n 's/^\.Nd //p' "$page" | sed 's/\\(en/–/g; s/&/\&amp;/g; s/</\&lt;/g')
		echo "<dt><a href='$name.html'>${name%.*}(${name##*.})</a></dt><dd>$what</dd>"
	done
	echo '</dl>'
}
{
	echo '<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Tribune</title>'
	echo '<meta name=viewport content="width=device-width"><link rel=stylesheet href=style.css></head><body>'
	list Tribune stages/tribune/tribune.1 pipeline/*.7
	for room in read segment count measure compare show; do
		list "$room" stages/$room/*/*.1
	done
	list formats pipeline/formats/*.5
	echo '</body></html>'
} >"$to/index.html"

# Pages of other packages are named without a link.
others=$(sed -n 's/.*href="\([a-z0-9_-]*\.[1-8]\)\.html.*/\1/p' "$to"/*.html | sort -u |
	grep -vxF "$names" || :)
for page in $others; do
	name=${page%.*}
	sed -i "s|<a class=\"Xr\" href=\"$name\\.${page##*.}\\.html\"[^>]*>\([^<]*\)</a>|\1|g" "$to"/*.html
done
