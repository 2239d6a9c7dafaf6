printf "1\tloi\tloi\tNOUN\t_\t_\t0\troot\t_\t_\n\n" >"$TMPDIR/-q.conllu"; cd "$TMPDIR" && read-conllu ./-q.conllu && read-conllu -q -- -q.conllu
