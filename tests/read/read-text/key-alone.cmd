read-text -k code Vaillant_03_03_2025.txt
