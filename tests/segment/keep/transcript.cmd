keep -a 'p.section!=projet' -a year=2025
