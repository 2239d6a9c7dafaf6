# rows in another order give the same bytes
{ sed 1q quatre.tsv; sed 1d quatre.tsv | sort -k3,3n; } | cluster | cmp - default.out && echo same
