printf 'Il dit : « oui, un deux trois. » Quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente.\n' | tokenise -q | classes -q -n 4
