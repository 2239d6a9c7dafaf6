#!/bin/sh
# libxlsxwriter hands over a valid workbook that lacks rows, and says that all went
# well, where the disk of its temporary file is full.
# Versions: libxlsxwriter 1.1.4-2 (Debian 12, packages libxlsxwriter4 and
# libxlsxwriter-dev).
#
# With constant_memory the rows wait in a temporary file until the workbook is
# closed.  Writes to it are not checked: of 40,000 rows those that have no room
# there are gone, every call returns LXW_NO_ERROR, workbook_close() too, and the
# archive passes every test of its sums, for it is made of what is left.  A
# limit on the size of files stands here for a full /tmp; the workbook itself is
# far smaller and has room.
#
# One would have guessed that a library which reports errors call by call reports
# this one, or that the sheet's end would be missing and the spreadsheet program
# would complain.
#
# Why it matters: a table of n-grams of some years of debates has hundreds of
# thousands of rows, which is when one asks for constant memory, and a shared
# machine's /tmp is often small.  A colleague then gets a workbook that opens
# without a word and ends at an arbitrary row.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
version=1.1.4-2+b1
apt-get -q download "libxlsxwriter4=$version" "libxlsxwriter-dev=$version" >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
lib=$(dirname "$(find . -name 'libxlsxwriter.so.*' | head -n 1)")
cat >rows.c <<'C'
#include <stdio.h>
#include <xlsxwriter.h>

int
main(void)
{
	lxw_workbook_options o = {.constant_memory = LXW_TRUE, .tmpdir = "."};
	lxw_workbook *book = workbook_new_opt("rows.xlsx", &o);
	lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
	int refused = 0;

	for (unsigned i = 0; i < 40000; i++)
		refused += worksheet_write_string(sheet, i, 0,
			       "la loi de finances", NULL) != LXW_NO_ERROR;
	printf("rows refused: %d, close: %d\n", refused, workbook_close(book));
	return 0;
}
C
gcc -I usr/include rows.c -o rows "$lib"/libxlsxwriter.so.*
rows_in() { # of the workbook, from the archive's own text
	python3 -c 'import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
print("archive:", z.testzip() or "whole")
print("rows:", z.read("xl/worksheets/sheet1.xml").count(b"<row "))' rows.xlsx
}
{
	echo 'room enough'
	LD_LIBRARY_PATH=$lib ./rows
	rows_in
	rm rows.xlsx
	echo 'files of 1 MB at most'
	(
		trap '' XFSZ
		ulimit -f 2000 # of 512 bytes
		LD_LIBRARY_PATH=$lib ./rows
	)
	rows_in
} | tee seen
# how many fit is the temporary file's business; that some are lost in silence counts
sed -E 's/^rows: ([0-9]{1,4}|[123][0-9]{4})$/rows: fewer/' seen >told
cat >want <<'SEEN'
room enough
rows refused: 0, close: 0
archive: whole
rows: 40000
files of 1 MB at most
rows refused: 0, close: 0
archive: whole
rows: fewer
SEEN
cmp want told
