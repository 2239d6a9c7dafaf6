keep -P "$(printf '[\351]')" mots.vrt
