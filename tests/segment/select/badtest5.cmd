select -a 'a~[' speeches.vrt
