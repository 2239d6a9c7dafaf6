tribune help | grep -E '^(segment|show): |tokenise|concordance|^usage'
