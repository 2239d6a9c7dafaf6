read-table -i intervenante,date small.in | grep "<speech"
