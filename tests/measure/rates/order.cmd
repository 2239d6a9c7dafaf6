{ head -n 1 themes.tsv; sed 1d themes.tsv | sort -r; } | rates -g | cmp - whole.out
