read-text -u speaker | grep "<speech"
