keep -a 'party=X' speeches.vrt | grep '<speech'
