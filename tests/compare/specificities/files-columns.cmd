printf "part\tform\tfreq\na\tla\t9\n" | specificities - sizes.tsv
