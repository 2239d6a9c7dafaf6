read-table -q | grep -c '<speech id="a*-[0-9a-f]\{16\}"'
