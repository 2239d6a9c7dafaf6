read-text
