concordance -w s -a title -p loi
