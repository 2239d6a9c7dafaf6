# by default the comma is one; -D names others
printf '%s\n' '<p>' 'Oui, oui, oui, non. Oui / non.' '</p>' | tokenise >"$TMPDIR/t"
segments -q -a "$TMPDIR/t" | cut -f 1,3
echo
segments -q -a -D .?! "$TMPDIR/t" | cut -f 1,3
echo
segments -q -a -D .?!/ "$TMPDIR/t" | cut -f 1,3
