read-text -d table.tsv Vaillant_03_03_2025.txt Remusat_04_03_2025.txt
