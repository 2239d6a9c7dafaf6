keep -a 'n>9' speeches.vrt | grep '<speech'
