select -a 'p.section!=projet' achat.in
