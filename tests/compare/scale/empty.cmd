scale -M balance -L la -R le </dev/null
