keep -k w transcript.in
