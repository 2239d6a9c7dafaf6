read-dump -q -a 'speaker=Jeanne Vaillant' -a party=majorité | grep '<speech'
