keep -a 'speaker=' speeches.vrt | grep '<speech'
