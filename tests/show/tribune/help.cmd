tribune help | grep -E '^(read|segment|count|show): |tokenise|concordance|^usage'
