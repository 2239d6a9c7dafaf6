scale -s x
