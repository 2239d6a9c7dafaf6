printf '\357\273\277la\r\n\357\273\277loi\n' | keep -q -l - office.vrt
