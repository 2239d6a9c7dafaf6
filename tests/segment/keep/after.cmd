keep -a 'date>2025-03' speeches.vrt | grep '<speech'
