scale -B 5
