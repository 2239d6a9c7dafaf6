# the upper bound hides the longer free ones, and makes nothing free
segments -n 2-3 texte.vrt
