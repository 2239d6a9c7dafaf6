keyness -p a -P 9
