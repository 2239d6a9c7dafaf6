keep -P '^[[:alpha:]]+$' -P '&' mots.vrt
