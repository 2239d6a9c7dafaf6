#!/bin/sh
# The Debian package: no trace of the folder where it is made (with TWICE=yes: the
# same bytes from two folders), clean to lintian where that is installed, and a folder
# of texts becomes reports with what is in it.  Run by `make test-deb`, not by `make
# test`: it compiles everything, but for what OBJECTS holds, a folder of what was
# compiled as deb.sh -f says (the same bytes, as TWICE=yes shows); prints TAP.
set -u
. tests/tap.sh

for tool in dpkg-deb dpkg-shlibdeps; do
	command -v "$tool" >/dev/null || skip_all "no $tool here (package dpkg-dev)"
done
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
unset MAKEFLAGS MAKELEVEL MFLAGS B

for folder in "$T/one" ${TWICE:+"$T/another-folder"}; do
	mkdir "$folder"
	cp -Rp Makefile LICENSE README.md HACKING.md NEWS.md pipeline stages "$folder"
	[ -z "${OBJECTS-}" ] || [ "$folder" != "$T/one" ] || {
		mkdir -p "$folder/build/deb"
		cp -Rp "$OBJECTS" "$folder/build/deb/obj"
		rm "$folder/build/deb/obj/lib/text/list.o" # which knows PREFIX
	}
	rc=0
	make -C "$folder" deb >"$T/log" 2>&1 || rc=$?
	[ $rc -eq 0 ] || sed 's/^/# /' "$T/log" | tail -n 20
	is $rc 0 'make deb'
done
for deb in "$T"/one/build/tribune_*.deb; do
	[ -z "${TWICE-}" ] ||
		same_file "$deb" "$T/another-folder/build/${deb##*/}" 'the same package from another folder'
	if command -v lintian >/dev/null; then
		is "$(lintian --fail-on error,warning "$deb" 2>/dev/null)" '' 'lintian is content'
	else
		skip lintian 'is not here'
	fi
	dpkg-deb -x "$deb" "$T/root"
done
is "$(grep -rl -e "$T" -e "$PWD" "$T/root")" '' 'no path of the folder is in it'
size=$(du -sk "$T/root/usr/libexec" | cut -f 1)
is "$((size < 20000))" 1 'the libraries are those of the system'
mkdir "$T/here"
cp -R corpus/sample "$T/here/Mes discours"
(cd "$T/here" && PATH=$T/root/usr/bin:/usr/bin:/bin tribune reports 'Mes discours' NAME=sample) >"$T/log" 2>&1
is "$(diff -r "$T/here/reports/sample" reports/sample 2>&1)" '' 'the sample, by what is in the package'
plan
