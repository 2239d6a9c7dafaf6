select -a 'speaker!~Mairie' speeches.vrt | grep '<speech'
