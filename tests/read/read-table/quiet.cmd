read-table -q crlf.in | grep -c Un
