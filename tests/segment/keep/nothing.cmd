keep -p zzz mots.vrt
