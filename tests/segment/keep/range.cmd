keep -p '^[a-zà-ÿ]+$' mots.vrt
