trend -n 4 <sizes.in
