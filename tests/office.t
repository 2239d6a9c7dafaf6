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
fi
plan
