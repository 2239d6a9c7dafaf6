ngrams transcription.txt
