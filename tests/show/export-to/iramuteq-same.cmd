export-to -f iramuteq -a speaker
