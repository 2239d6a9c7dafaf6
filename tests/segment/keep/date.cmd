keep -a 'date>=2025-03-18' speeches.vrt | grep '<speech'
