cd .. && read-text -p 'read-{room}/{speaker}_{}' read-text/Vaillant_03_03_2025.txt
