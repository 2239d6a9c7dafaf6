read-text -a lang=fr -a 'date=4 mars 2025' Vaillant_03_03_2025.txt
