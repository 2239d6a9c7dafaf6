for n in 1 x 3-2 2-x -3 ''; do segments -n "$n" texte.vrt; echo $?; done
