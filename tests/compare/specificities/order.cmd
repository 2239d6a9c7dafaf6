{ head -n 1 complete.tsv; sed 1d complete.tsv | sort -r; } | specificities -q | cmp - robespierre-sums.txt
