keep -a 'speaker=Mairie de X' speeches.vrt | grep '<speech'
