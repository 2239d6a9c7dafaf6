read-text -J -u file
