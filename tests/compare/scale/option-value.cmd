scale -M
