{ printf 'a,text\n1,"'; yes 'encore et toujours' | head -n 900000; } >long.csv; read-table long.csv; rc=$?; rm -f long.csv; exit $rc
