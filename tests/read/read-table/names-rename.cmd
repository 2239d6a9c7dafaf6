read-table -r place=ville names.in | grep "<speech"
