keep -p '^.t.$' -p '[ô-öé]c' mots.vrt
