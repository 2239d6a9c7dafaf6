select -p zzz mots.vrt
