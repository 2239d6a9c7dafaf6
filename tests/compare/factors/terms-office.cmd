printf '\357\273\277LA\r\nE\314\201TE\314\201\302\240' | factors -m 1 -X - office.counts
