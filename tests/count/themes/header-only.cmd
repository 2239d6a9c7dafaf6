printf '<!-- #vrt positional-attributes: form kind -->\n' | themes -d dict.tsv -b id
