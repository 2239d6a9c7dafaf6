concordance -p loi
