stem -o form,,stem lois.in
