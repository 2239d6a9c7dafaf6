# tolerance 1e-5
trend -q -C negbin -b year -d trend-years.tsv trend-speeches.tsv | awk -F '\t' '$1 != "loi" && $1 != "pays"' | cut -f 1,7-9,17
