keep -a 'p.section!=projet' achat.in
