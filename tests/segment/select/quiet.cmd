select -q -p zzz mots.vrt
