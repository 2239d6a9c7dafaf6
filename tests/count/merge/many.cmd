i=0; while [ $i -lt 60 ]; do set -- "$@" b.tsv; i=$((i + 1)); done; (ulimit -S -n 30; merge "$@")
