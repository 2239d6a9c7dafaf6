printf '<!-- #vrt positional-attributes: form -->\nimpôt\n,\nachat\n' | themes -d dict.tsv
