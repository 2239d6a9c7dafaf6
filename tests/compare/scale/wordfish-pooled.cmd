scale -M wordfish -L A -R C -b party -d speeches.tsv speeches-counts.tsv
