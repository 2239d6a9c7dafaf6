keep -a 'speaker!~Mairie' speeches.vrt | grep '<speech'
