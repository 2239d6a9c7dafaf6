keep -a 'year<=2024' speeches.vrt | grep '<speech'
