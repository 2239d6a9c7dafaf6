cd "$TMPDIR" && f=$(printf "a\\351") && echo Oui >"$f" && read-text "$f" 2>&1 | LC_ALL=C tr -cd "[:print:]\n" | cut -c 1-60
