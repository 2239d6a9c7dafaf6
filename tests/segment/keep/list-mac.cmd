printf 'la\rloi\rport' | keep -q -l - office.vrt
