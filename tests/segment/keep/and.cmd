keep -a 'year>=2025' -a 'speaker!=' speeches.vrt | grep '<speech'
