keep -d exp.txt transcript.in
