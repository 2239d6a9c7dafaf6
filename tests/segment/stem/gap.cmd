stem -o stem
