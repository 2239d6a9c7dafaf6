keep -a 'date<2025' speeches.vrt | grep '<speech'
