read-text -u turn Remusat_04_03_2025.txt debat.txt | grep "<speech"
