scale -M x
