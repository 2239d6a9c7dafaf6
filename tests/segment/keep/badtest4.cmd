keep -a '.x=1' speeches.vrt
