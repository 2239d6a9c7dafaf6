scale -l 2
