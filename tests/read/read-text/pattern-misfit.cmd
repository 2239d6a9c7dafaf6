read-text -p '{date}-{title}' Vaillant_03_03_2025.txt
