trend -M kendall -n 2 <sizes.in
