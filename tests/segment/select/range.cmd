select -p '^[a-zà-ÿ]+$' mots.vrt
