read-tei <plain.xml | head -n 1
