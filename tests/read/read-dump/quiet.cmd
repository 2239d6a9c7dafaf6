read-dump -q | grep "<speech"
