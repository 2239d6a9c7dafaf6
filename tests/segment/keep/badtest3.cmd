keep -a 'p.=1' speeches.vrt
