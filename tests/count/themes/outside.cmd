printf '<!-- #vrt positional-attributes: form x kind -->\npouvoir\t1\tw\nd%s\t1\tw\nachat\t1\tw\n' \' | themes -b id -d dict.tsv
