select -d exp.txt transcript.in
