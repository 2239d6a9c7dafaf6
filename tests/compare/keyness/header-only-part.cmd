keyness -p a
