keep -q -p zzz mots.vrt
