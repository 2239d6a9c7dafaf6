keep -a 'n<10' speeches.vrt | grep '<speech'
