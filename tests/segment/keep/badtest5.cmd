keep -a 'a~[' speeches.vrt
