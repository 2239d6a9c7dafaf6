scale -q -M wordfish -L A -R C -m 30 -b party -d speeches.tsv speeches-counts.tsv
