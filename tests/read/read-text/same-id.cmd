read-text Vaillant_03_03_2025.txt ./Vaillant_03_03_2025.txt
