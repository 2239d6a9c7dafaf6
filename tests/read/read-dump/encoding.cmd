read-dump -e windows-1252
