select -k w transcript.in
