read-tei -q -a place=Brume -a date=2025-01-01 stray.xml | grep '<speech'
