segments -q -a texte.vrt | grep -c 'ménages baisse'
segments -q -a -x texte.vrt | grep 'ménages baisse'
