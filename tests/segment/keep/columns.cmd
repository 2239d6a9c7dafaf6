keep -d expst.txt -c stem -k w
