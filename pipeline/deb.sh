#!/bin/sh
# deb.sh BUILD - a Debian package of what `make install` installs, BUILD/../tribune_*.deb;
# deb.sh -f - how it compiles.
# The same sources give the same bytes in any folder: no path of it is in the
# programs, and all is dated by the last commit (or SOURCE_DATE_EPOCH).
# DEBFULLNAME and DEBEMAIL name who makes it.
set -eu
export LC_ALL=C
umask 022
build=$1
cd "$(dirname "$0")/.."
cflags="-O3 -fPIE -D_FORTIFY_SOURCE=2 -ffile-prefix-map=$PWD=."
[ "$build" != -f ] || {
	echo "$cflags"
	exit
}
for tool in dpkg-deb dpkg-shlibdeps strip; do
	command -v "$tool" >/dev/null || {
		echo "deb.sh: $tool is not here: package dpkg-dev" >&2
		exit 3
	}
done
version=$(sed -n 's/.*TRIBUNE_VERSION "\(.*\)".*/\1/p' stages/lib/base/opt.h)
arch=$(dpkg --print-architecture)
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y NEWS.md)}"
export SOURCE_DATE_EPOCH
maintainer="${DEBFULLNAME:-Tribune} <${DEBEMAIL:-tribune@localhost.invalid}>"

root=$build/root
rm -rf "$root" "$build/debian"
mkdir -p "$root/DEBIAN" "$build/debian"
env -u MAKEFLAGS -u MAKELEVEL -u TRIBUNE_LIBEXEC make -s -j"$(nproc)" B="$build" PREFIX=/usr SHARED=yes LDFLAGS='-Wl,-z,relro,-z,now -pie' \
	WARN=-w CFLAGS="$cflags" all
sh pipeline/install.sh install "$build" "$root/usr"
for program in "$root/usr/bin/tribune" "$root"/usr/libexec/tribune/*; do
	strip --remove-section=.comment --remove-section=.note "$program"
done

doc=$root/usr/share/doc/tribune
mkdir -p "$doc" "$root/usr/share/lintian/overrides"
cp README.md HACKING.md "$doc/"
{
	date=$(date -R -u -d "@$SOURCE_DATE_EPOCH")
	printf 'tribune (%s) unstable; urgency=medium\n\n' "$version"
	printf '  * See NEWS.md.gz.\n\n -- %s  %s\n' "$maintainer" "$date"
} | gzip -9n >"$doc/changelog.gz"
gzip -9nc NEWS.md >"$doc/NEWS.md.gz"
cat >"$doc/copyright" <<EOF
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Tribune

Files: *
Copyright: 2026 the authors of Tribune
License: GPL-3.0-or-later
 This program is free software: you can redistribute it and/or modify it under
 the terms of the GNU General Public License as published by the Free Software
 Foundation, either version 3 of the License, or (at your option) any later
 version.
 .
 On Debian systems, the text of version 3 is in
 /usr/share/common-licenses/GPL-3.
EOF
find "$root/usr/share/man" -type f -exec gzip -9n {} +

# What the programs are linked with, and what the chain runs.
printf 'Source: tribune\n\nPackage: tribune\nArchitecture: any\n' >"$build/debian/control"
libraries=$(cd "$build" && dpkg-shlibdeps -O --ignore-missing-info \
	root/usr/bin/tribune root/usr/libexec/tribune/* 2>/dev/null | sed 's/^shlibs:Depends=//')
cat >"$root/DEBIAN/control" <<EOF
Package: tribune
Version: $version
Architecture: $arch
Maintainer: $maintainer
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f 1)
Depends: $libraries, make, zstd, hunspell-fr-classical | hunspell-fr
Suggests: pandoc, poppler-utils
Section: science
Priority: optional
Description: textometry of French political speeches
 Small filters that tokenise, stem and count French text, compare speakers,
 parties and years, and make tables and reports of a folder of speeches:
 themes, n-grams, repeated segments, specific vocabulary, factor maps, classes,
 trends, and the style of each speech.  Each page says what chance would show
 as well.
EOF
(cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum >DEBIAN/md5sums)
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$root" "$build/.." 2>&1 | sed 's/^dpkg-deb: //'
