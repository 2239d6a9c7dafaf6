tribune table -W 20 -c b
