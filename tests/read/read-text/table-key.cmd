read-text -q -d code.tsv -k code Vaillant_03_03_2025.txt
