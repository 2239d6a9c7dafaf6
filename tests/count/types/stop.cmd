types -q -c stem -l stop.txt a.vrt
