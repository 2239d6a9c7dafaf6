scale -q -M wordfish -L A -R C -B 50 -b party -d speeches-one.tsv speeches-counts.tsv
