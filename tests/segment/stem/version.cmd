stem -V | sed 's/[0-9]\.[0-9.]*/N/; s/[0-9a-f]\{16\}/HASH/'
