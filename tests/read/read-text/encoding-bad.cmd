read-text -e klingon Vaillant_03_03_2025.txt
