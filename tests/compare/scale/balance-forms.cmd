scale -q -M balance -L égalité,paix -R ordre,nation texts.tsv
