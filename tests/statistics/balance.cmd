# tolerance 1e-5
scale -q -M balance -L 103,202,504 -R 104,401,605 balance.tsv
