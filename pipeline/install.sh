#!/bin/sh
# install.sh install|uninstall BUILD PREFIX - what `make install` puts where:
# PREFIX/bin/tribune, the programs in PREFIX/libexec/tribune, data in
# PREFIX/share/tribune, pages in PREFIX/share/man under names of their own
# (tribune-ngrams.1), as other packages have a stats.1 or a table.1 too.
set -eu
what=$1
build=$2
prefix=$3
cd "$(dirname "$0")/.."

libexec=$prefix/libexec/tribune
share=$prefix/share/tribune
man=$prefix/share/man

programs() {
	for page in stages/*/*/*.1; do
		basename "$page" .1
	done
}

# The name that a page is installed under.
installed_page() { # PAGE
	name=${1##*/}
	case $name in
	tribune.1 | *.7) echo "man${name##*.}/$name" ;;
	*) echo "man${name##*.}/tribune-$name" ;;
	esac
}

pages() {
	for page in stages/*/*.1 stages/*/*/*.1 pipeline/formats/*.5 pipeline/*.7; do
		[ ! -f "$page" ] || echo "$page"
	done
}

# A sed script that gives the pages and their references the installed names.
renames() {
	pages | while IFS= read -r page; do
		name=${page##*/}
		section=${name##*.}
		name=${name%.*}
		case $(installed_page "$page") in
		*/tribune-"$name"."$section") ;;
		*) continue ;;
		esac
		upper=$(echo "$name" | tr '[:lower:]' '[:upper:]')
		echo "s/^\\.Xr $name $section/.Xr tribune-$name $section/"
		echo "s/^\\.Dt $upper $section/.Dt TRIBUNE-$upper $section/"
	done
}

install_pages() {
	script=$(renames)
	pages | while IFS= read -r page; do
		to=$man/$(installed_page "$page")
		mkdir -p "${to%/*}"
		{
			case $page in
			stages/*)
				room=${page#stages/}
				echo ".\\\" room: ${room%%/*}"
				;;
			esac
			sed "$script" "$page"
		} >"$to"
		chmod 644 "$to"
	done
}

# What completes the names of programs and their options (completion.sh); Debian has a
# folder of its own for packages.
bash_completion=$prefix/share/bash-completion/completions/tribune
case $prefix in
*/usr) zsh_completion=$prefix/share/zsh/vendor-completions/_tribune ;;
*) zsh_completion=$prefix/share/zsh/site-functions/_tribune ;;
esac

install_completion() {
	PATH=$prefix/bin:$PATH
	for shell in bash zsh; do
		case $shell in bash) to=$bash_completion ;; *) to=$zsh_completion ;; esac
		mkdir -p "${to%/*}"
		sh pipeline/completion.sh $shell >"$to"
		chmod 644 "$to"
	done
}

# Data at run time, and the chain that `tribune reports` runs (reports.sh).
install_data() {
	install -m 644 Makefile "$share/"
	for image in "$build/share/tribune"/*.image; do
		[ ! -f "$image" ] || install -m 644 "$image" "$share/"
	done
	for f in pipeline/rules/*/* pipeline/themes/*/* pipeline/stoplists/*/* pipeline/weights/*/* \
	    pipeline/explore/* pipeline/labels/* pipeline/changes/* pipeline/messages/* pipeline/pages/* pipeline/why/* pipeline/*.mk pipeline/*.sh pipeline/endings.txt; do
		case $f in */build.mk | */completion.sh | */deb.sh | */deps.sh | */doc.sh | */install.sh | */need.sh | */suite.sh) continue ;; esac
		to=$share/${f#pipeline/}
		mkdir -p "${to%/*}"
		case $f in
		*/blame.sh | */front.sh | */lines.sh | */messages.sh | */read-mk.sh) install -m 644 "$f" "$to" ;; # (others source them)
		*.sh) install -m 755 "$f" "$to" ;;
		*) install -m 644 "$f" "$to" ;;
		esac
	done
}

case $what in
install)
	mkdir -p "$prefix/bin" "$libexec" "$share"
	install -m 755 "$build/bin/tribune" "$prefix/bin/"
	programs | while IFS= read -r p; do
		install -m 755 "$build/bin/$p" "$libexec/"
	done
	install_data
	install_pages
	install_completion
	;;
uninstall) # folders that others use too stay
	rm -f "$prefix/bin/tribune" "$bash_completion" "$zsh_completion"
	rm -rf "$libexec" "$share"
	pages | while IFS= read -r page; do
		rm -f "$man/$(installed_page "$page")"
	done
	;;
*)
	echo "install.sh: install or uninstall, not '$what'" >&2
	exit 2
	;;
esac
