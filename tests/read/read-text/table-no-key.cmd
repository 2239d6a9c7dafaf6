read-text -d code.tsv Vaillant_03_03_2025.txt
