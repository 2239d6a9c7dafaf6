printf '%s\n' '<!-- #vrt positional-attributes: form -->' '<s>' 'r&amp;d' '&lt;b&gt;' "$(printf 'a\001')" '</s>' |
cooccurrents -q -A -m 1 -f graphml -i S
