# examples.awk - takes the examples out of mdoc pages (tests/examples.t):
# awk -v dir=DIR -f examples.awk PAGE ... writes DIR/K.cmd and DIR/K.want for
# the K-th example and prints K, page and line, parted by tabs.

function undo(s, head, at, e, k) {
	head = ""
	while ((at = index(s, "\\")) > 0) {
		head = head substr(s, 1, at - 1)
		e = substr(s, at + 1, 1)
		k = 2
		if (e == "e")
			head = head "\\"
		else if (e == "-")
			head = head "-"
		else if (e == " " || e == "~" || e == "0")
			head = head " "
		else if (e == "(") {
			k = 4
			e = substr(s, at + 2, 2)
			head = head (e in glyph ? glyph[e] : "\\(" e)
		} else if (e != "&")
			head = head "\\" e
		s = substr(s, at + k)
	}
	return head s
}

function finish() {
	if (!open)
		return
	printf "%s", want > (dir "/" n ".want")
	close(dir "/" n ".want")
	printf "%s", cmd > (dir "/" n ".cmd")
	close(dir "/" n ".cmd")
	printf "%d\t%s\t%d\n", n, FILENAME, start
	open = 0
}

BEGIN {
	glyph["aq"] = "\047"
	glyph["dq"] = "\""
	glyph["ga"] = "`"
	glyph["ha"] = "^"
	glyph["ti"] = "~"
	glyph["rs"] = "\\"
	glyph["at"] = "@"
	glyph["sh"] = "#"
	glyph["Do"] = "$"
	glyph["ba"] = "|"
}

/^\.Bd .*-literal/ { block = 1; next }
/^\.Ed/ { finish(); block = 0; next }
!block { next }

/^\$ / {
	finish()
	open = 1
	n++
	start = FNR
	want = ""
	cmd = undo(substr($0, 3)) "\n"
	asking = 1
	next
}
!open { next }
asking && /^> / { cmd = cmd undo(substr($0, 3)) "\n"; next }
{ asking = 0; want = want undo($0) "\n" }
