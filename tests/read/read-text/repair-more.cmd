read-text -H
