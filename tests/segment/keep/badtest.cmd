keep -a 'year' speeches.vrt
