{ for i in 0 1 2 3 4 5 6 7 8 9 a b c; do for k in 1 2 3 4 5; do echo "<br>"; done; done; echo oui; } | read-vrt -o word
