read-text -u file
