read-table -a corpus=essai small.in | grep "<speech"
