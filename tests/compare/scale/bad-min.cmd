scale -m 0
