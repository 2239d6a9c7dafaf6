rates -q -b party -d parts.tsv themes.tsv
