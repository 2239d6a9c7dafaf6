distance; distance -x <header-only.in; distance -M delta <header-only.in
