read-text -p '{}/{speaker}_{date:%d_%m_%Y}' ./Vaillant_03_03_2025.txt
