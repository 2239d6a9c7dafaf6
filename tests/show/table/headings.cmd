table -c theme,freq -r theme=Thème -r freq=n=1 t.tsv
