#!/bin/sh
# Web pages and PDF files by the ways that read-text.1 shows, where pandoc and
# pdftotext are installed; prints TAP.
set -u
. tests/tap.sh

cat >"$T/page.html" <<'END'
<html><head><title>Le port</title><style>p { margin: 0 }</style></head>
<body><h1>Le port</h1><p>L’eau monte
&amp; nous <b>bâtissons</b>.</p><ul><li>Un quai</li></ul></body></html>
END
cat >"$T/html.want" <<'END'
Le port
L’eau monte &amp; nous bâtissons.
- Un quai
END
if ! command -v pandoc >/dev/null; then
	skip 'a web page through pandoc' 'no pandoc here'
	skip 'an office file through pandoc' 'no pandoc here'
else
	pandoc -t plain --wrap=none "$T/page.html" | read-text -q -a title=Port |
		grep -v '^<' | tr -s ' ' >"$T/html.got"
	same_file "$T/html.got" "$T/html.want" 'a web page through pandoc'
	read-office -q -a title=Port "$T/page.html" | grep -v '^</' >"$T/office.got"
	cat >"$T/office.want" <<-'END'
	<speech id="page" title="Port" source="page.html">
	<p line="1" type="heading">
	Le port
	<p line="2">
	L’eau monte &amp; nous bâtissons.
	<p line="3" type="item">
	Un quai
	END
	same_file "$T/office.got" "$T/office.want" 'a web page through read-office'
	for kind in docx odt epub; do
		pandoc -o "$T/page.$kind" "$T/page.html"
		read-office -q "$T/page.$kind" | grep -v '^<' | sed '/^page$/d' | uniq >"$T/office.got"
		sed '/^</d' "$T/office.want" >"$T/kind.want"
		same_file "$T/office.got" "$T/kind.want" "$kind through read-office"
	done
	printf '%s\n' "{\\rtf1\\ansi L\\rquote eau b\\'e2tit : \\u8217\\'92 \\u233\\'e9t\\u233\\'e9.\\par}" >"$T/word.rtf"
	printf '%s\n' "{\\rtf1\\ansi\\cocoartf2580 L\\uc0\\u8217 eau b\\u226 tit.\\par}" >"$T/mac.rtf"
	read-office -q "$T/word.rtf" "$T/mac.rtf" | grep -v '^<' >"$T/rtf.got"
	cat >"$T/rtf.want" <<-'END'
	L’eau bâtit : ’ été.
	L’eau bâtit.
	END
	same_file "$T/rtf.got" "$T/rtf.want" 'RTF of Word and of a Mac'
	pandoc -o "$T/page.docx" "$T/page.html"
	pandoc -t plain --wrap=none "$T/page.docx" | read-text -q |
		grep -v '^<' | tr -s ' ' >"$T/docx.got"
	same_file "$T/docx.got" "$T/html.want" 'an office file through pandoc'
fi

# The smallest page that shows text; readers mend its missing table.
cat >"$T/page.pdf" <<'END'
%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R
/Resources << /Font << /F 5 0 R >> >> >> endobj
4 0 obj << /Length 92 >> stream
BT /F 12 Tf 20 150 Td (Le port ouvre, le gouverne-) Tj 0 -14 Td (ment paie les quais.) Tj ET
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
trailer << /Root 1 0 R >>
%%EOF
END
if ! command -v pdftotext >/dev/null; then
	skip 'a PDF file through pdftotext' 'no pdftotext here'
else
	pdftotext -layout -nopgbrk "$T/page.pdf" - 2>"$T/pdf.err" |
		read-text -q -J -a title=Port | grep -v '^<' >"$T/pdf.got"
	echo 'Le port ouvre, le gouvernement paie les quais.' >"$T/pdf.want"
	same_file "$T/pdf.got" "$T/pdf.want" 'a PDF file through pdftotext'
	read-office -q "$T/page.pdf" | grep -v '^<' >"$T/pdf.got"
	same_file "$T/pdf.got" "$T/pdf.want" 'a PDF file through read-office'
fi
plan
