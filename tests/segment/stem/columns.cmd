stem -o stem,kind lois.in
