read-text -e windows-1252
