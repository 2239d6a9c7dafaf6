stem -o word lois.in
