concordance -a year,title -p loi
