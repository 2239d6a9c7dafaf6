stem -o form,form lois.in
