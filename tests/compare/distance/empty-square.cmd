distance -x <empty-part.in
