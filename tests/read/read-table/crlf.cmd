read-table crlf.in
