printf '\357\273\277E\314\201TE\314\201 \tsaison\302\240\r\nL\342\200\231\tle' | stem -q -x - office-forms.vrt
