select -a 'year' speeches.vrt
