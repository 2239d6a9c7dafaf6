export-to -q -f conllu -a year petit.vrt | grep "^#"
