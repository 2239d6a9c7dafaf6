export-to -q -f iramuteq -c lemma petit.vrt
