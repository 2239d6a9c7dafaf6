read-tei unassigned.xml
