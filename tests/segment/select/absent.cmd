select -a 'speaker=' speeches.vrt | grep '<speech'
