scale -z
