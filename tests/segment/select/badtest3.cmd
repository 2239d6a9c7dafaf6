select -a 'p.=1' speeches.vrt
