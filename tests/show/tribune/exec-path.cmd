ls "$(tribune --exec-path)" | grep -cx tokenise
