read-table -c titre,date small.in | grep "<speech"
