stem -q -o stem lois.in
