scale -q -M wordfish -L A -R C -B 50 -b party -d speeches.tsv speeches-counts.tsv
