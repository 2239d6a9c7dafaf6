scale -q -M balance -L la,loi -R ordre,paix -b party -d speeches.tsv speeches-counts.tsv
