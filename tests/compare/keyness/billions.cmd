keyness -a diff,hardie,maths -p a
