select -P '^[[:alpha:]]+$' -P '&' mots.vrt
