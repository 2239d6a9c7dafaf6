keep -a 'year=1900' speeches.vrt | grep '<speech'
