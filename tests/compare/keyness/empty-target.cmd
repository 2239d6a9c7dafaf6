keyness -P 9 -p a
